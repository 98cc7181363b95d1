/*
 * The words of Gabbro's SQL.
 *
 * Keywords match in any case. Malformed input never stops the lexer: it becomes one of the tokens at
 * the end of the default mode, and the engine reports the first of them.
 *
 * The lexer caches its way through ASCII only. So the character stream shows it each character beyond
 * ASCII as one of three symbols: a letter as U+0001, what else may continue a name (a digit or a
 * mark) as U+0002, a blank as a space, and the rest as U+0003.
 */
lexer grammar GabbroLexer;

options { caseInsensitive = true; }

// Keywords, reserved or not; the parser grammar says which words may serve as names.
ABORT : 'ABORT';
ADD : 'ADD';
ALL : 'ALL';
ALTER : 'ALTER';
ANALYZE : 'ANALYZE';
AND : 'AND';
APPLY : 'APPLY';
AS : 'AS';
ASC : 'ASC';
AT : 'AT';
BACKUP : 'BACKUP';
BACKUPS : 'BACKUPS';
BATCH : 'BATCH';
BEGIN : 'BEGIN';
BETWEEN : 'BETWEEN';
BIG : 'BIG';
BOTH : 'BOTH';
BY : 'BY';
CASE : 'CASE';
CAST : 'CAST';
CHECK : 'CHECK';
CHECKPOINT : 'CHECKPOINT';
COLLATE : 'COLLATE';
COLUMN : 'COLUMN';
COLUMNS : 'COLUMNS';
COMMIT : 'COMMIT';
COMMITTED : 'COMMITTED';
CONSTRAINT : 'CONSTRAINT';
COPY : 'COPY';
CREATE : 'CREATE';
CROSS : 'CROSS';
CURRENT_DATE : 'CURRENT_DATE';
CURRENT_TIME : 'CURRENT_TIME';
CURRENT_TIMESTAMP : 'CURRENT_TIMESTAMP';
DATABASE : 'DATABASE';
DATE : 'DATE';
DAY : 'DAY';
DAYS : 'DAYS';
DEFAULT : 'DEFAULT';
DELETE : 'DELETE';
DESC : 'DESC';
DESCRIBE : 'DESCRIBE';
DISTINCT : 'DISTINCT';
DROP : 'DROP';
ELSE : 'ELSE';
END : 'END';
ENDIAN : 'ENDIAN';
ESCAPE : 'ESCAPE';
EXCEPT : 'EXCEPT';
EXISTS : 'EXISTS';
EXPLAIN : 'EXPLAIN';
EXTRACT : 'EXTRACT';
FAMILIES : 'FAMILIES';
FALSE : 'FALSE';
FETCH : 'FETCH';
FILTER : 'FILTER';
FIRST : 'FIRST';
FOR : 'FOR';
FOREIGN : 'FOREIGN';
FROM : 'FROM';
FULL : 'FULL';
GROUP : 'GROUP';
HAVING : 'HAVING';
HOUR : 'HOUR';
HOURS : 'HOURS';
IF : 'IF';
ILIKE : 'ILIKE';
IN : 'IN';
INNER : 'INNER';
INSERT : 'INSERT';
INTERSECT : 'INTERSECT';
INTERVAL : 'INTERVAL';
INTO : 'INTO';
IS : 'IS';
ISOLATION : 'ISOLATION';
JOIN : 'JOIN';
KEY : 'KEY';
LAST : 'LAST';
LATERAL : 'LATERAL';
LEADING : 'LEADING';
LEFT : 'LEFT';
LEVEL : 'LEVEL';
LIKE : 'LIKE';
LIMIT : 'LIMIT';
LITTLE : 'LITTLE';
LOCALTIME : 'LOCALTIME';
LOCALTIMESTAMP : 'LOCALTIMESTAMP';
LOCKED : 'LOCKED';
MINUTE : 'MINUTE';
MINUTES : 'MINUTES';
MONTH : 'MONTH';
MONTHS : 'MONTHS';
NATURAL : 'NATURAL';
NEXT : 'NEXT';
NO : 'NO';
NOT : 'NOT';
NOWAIT : 'NOWAIT';
NULL : 'NULL';
NULLS : 'NULLS';
OF : 'OF';
OFFSET : 'OFFSET';
ON : 'ON';
ONLY : 'ONLY';
OPTIONS : 'OPTIONS';
OR : 'OR';
ORDER : 'ORDER';
OVERLAY : 'OVERLAY';
PATH : 'PATH';
PLACING : 'PLACING';
POSITION : 'POSITION';
PRECISION : 'PRECISION';
PRIMARY : 'PRIMARY';
READ : 'READ';
REFERENCES : 'REFERENCES';
RELEASE : 'RELEASE';
RENAME : 'RENAME';
REPAIR : 'REPAIR';
REPEATABLE : 'REPEATABLE';
RESTORE : 'RESTORE';
RETURNING : 'RETURNING';
RIGHT : 'RIGHT';
ROLLBACK : 'ROLLBACK';
ROW : 'ROW';
ROWS : 'ROWS';
SAVEPOINT : 'SAVEPOINT';
SECOND : 'SECOND';
SECONDS : 'SECONDS';
SELECT : 'SELECT';
SERIALIZABLE : 'SERIALIZABLE';
SET : 'SET';
SHARE : 'SHARE';
SHOW : 'SHOW';
SKIP_ : 'SKIP';
START : 'START';
SUBSTRING : 'SUBSTRING';
TABLE : 'TABLE';
TABLES : 'TABLES';
THEN : 'THEN';
TIME : 'TIME';
TIMESTAMP : 'TIMESTAMP';
TIMESTAMPTZ : 'TIMESTAMPTZ';
TO : 'TO';
TRAILING : 'TRAILING';
TRANSACTION : 'TRANSACTION';
TRIM : 'TRIM';
TRUE : 'TRUE';
TRUNCATE : 'TRUNCATE';
UNCOMMITTED : 'UNCOMMITTED';
UNION : 'UNION';
UNIQUE : 'UNIQUE';
UNKNOWN : 'UNKNOWN';
UPDATE : 'UPDATE';
USING : 'USING';
UUID : 'UUID';
VALUES : 'VALUES';
VARYING : 'VARYING';
VERIFY : 'VERIFY';
WHEN : 'WHEN';
WHERE : 'WHERE';
WINDOW : 'WINDOW';
WITH : 'WITH';
WITHOUT : 'WITHOUT';
WORK : 'WORK';
WRITE : 'WRITE';
YEAR : 'YEAR';
YEARS : 'YEARS';
ZONE : 'ZONE';

// Punctuation and operators.
LEFT_PAREN : '(';
RIGHT_PAREN : ')';
COMMA : ',';
DOT : '.';
SEMICOLON : ';';
PARAMETER : '?';
DOUBLE_COLON : '::';
EQUAL : '=';
NOT_EQUAL : '<>' | '!=';
LESS : '<';
LESS_OR_EQUAL : '<=';
GREATER : '>';
GREATER_OR_EQUAL : '>=';
PLUS : '+';
MINUS : '-';
ASTERISK : '*';
SLASH : '/';
PERCENT : '%';
CONCAT : '||';

// Names and literals.
IDENTIFIER : NAME_START NAME_PART*;
QUOTED_IDENTIFIER : '"' ( ~'"' | '""' )* '"';
STRING : '\'' ( ~'\'' | '\'\'' )* '\'';
ESCAPE_STRING : 'E\'' ( ~['\\] | '\\' . | '\'\'' )* '\'';
BINARY_STRING : 'X\'' ~'\''* '\'';
NUMBER : ( DIGIT+ ( '.' DIGIT* )? | '.' DIGIT+ ) ( 'E' [+-]? DIGIT+ )?;

// Blanks and comments. Block comments nest; the mode stack counts how deep.
BLANK : [ \t\r\n\f\u000B]+ -> skip;
LINE_COMMENT : '--' ~[\r\n]* -> skip;
BLOCK_COMMENT : '/*' -> skip, pushMode(IN_COMMENT);

// Malformed input.
UNTERMINATED_IDENTIFIER : '"' ( ~'"' | '""' )*;
UNTERMINATED_STRING : 'X'? '\'' ( ~'\'' | '\'\'' )*;
UNTERMINATED_ESCAPE_STRING : 'E\'' ( ~['\\] | '\\' . | '\'\'' )* '\\'?;
NUMBER_WITH_JUNK : DIGIT+ ( '.' DIGIT* )? NAME_PART+ | '.' DIGIT+ NAME_PART+;
UNRECOGNIZED : .;

fragment DIGIT : [0-9];
fragment NAME_START : [A-Z_\u0001];
fragment NAME_PART : [A-Z0-9_$\u0001\u0002];

mode IN_COMMENT;
NESTED_COMMENT : '/*' -> skip, pushMode(IN_COMMENT);
END_OF_COMMENT : '*/' -> skip, popMode;
COMMENT_TEXT : ( ~[*/]+ | [*/] ) -> skip;
