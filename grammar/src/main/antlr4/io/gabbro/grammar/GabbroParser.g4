/*
 * Gabbro's SQL.
 *
 * Chains of operators are flat lists: the tree is no deeper for a thousand terms than for two, and
 * the engine applies the precedence inside a list. Nearly every decision needs one token of
 * lookahead; keep it so, for speed.
 */
parser grammar GabbroParser;

options { tokenVocab = GabbroLexer; }

singleStatement : statement EOF;

singleExpression : expression EOF;

statement
    : query rowLocking?                                                         # queryStatement
    | EXPLAIN ANALYZE? explained                                                # explain
    | CREATE TABLE ifNotExists? tableName
        ('(' tableElement (',' tableElement)* ')' tableMapping? | tableMapping) # createTable
    | DROP TABLE ifExists? tableName (',' tableName)*                           # dropTable
    | ALTER TABLE ifExists? tableName alterAction                               # alterTable
    | TRUNCATE TABLE? tableName (',' tableName)*                                # truncate
    | change                                                                    # changeStatement
    | BEGIN BATCH (change ';'+)+ APPLY BATCH                                    # batch
    | COPY tableName columnList? (FROM | TO) file copyOptions?                  # copyTable
    | COPY '(' query ')' TO file copyOptions?                                   # copyQuery
    | SHOW TABLES                                                               # showTables
    | SHOW COLUMNS FROM tableName                                               # showColumns
    | SHOW COLUMN FAMILIES                                                      # showColumnFamilies
    | SHOW CREATE TABLE tableName                                               # showCreateTable
    | SHOW BACKUPS IN file                                                      # showBackups
    | SHOW ALL                                                                  # showAll
    | SHOW TRANSACTION ISOLATION LEVEL                                          # showIsolation
    | SHOW optionName                                                           # showOption
    | (DESCRIBE | DESC) tableName                                               # describe
    | CHECKPOINT                                                                # checkpoint
    | CHECK DATABASE REPAIR?                                                    # checkDatabase
    | BACKUP DATABASE? TO file copyOptions?                                     # backup
    | VERIFY BACKUP NUMBER? IN file                                             # verifyBackup
    | RESTORE (BACKUP NUMBER)? FROM file TO target=string                       # restore
    | SET TRANSACTION transactionModes                                          # setTransaction
    | SET optionName ('=' | TO) (optionValue | DEFAULT)                         # setOption
    | BEGIN (WORK | TRANSACTION)? transactionModes?                             # begin
    | START TRANSACTION transactionModes?                                       # startTransaction
    | (COMMIT | END) (WORK | TRANSACTION)?                                      # commit
    | (ROLLBACK | ABORT) (WORK | TRANSACTION)?                                  # rollback
    | ROLLBACK (WORK | TRANSACTION)? TO SAVEPOINT? savepointName                # rollbackTo
    | SAVEPOINT savepointName                                                   # savepoint
    | RELEASE SAVEPOINT? savepointName                                          # release
    ;

explained : query rowLocking? | change;

// Data definition.

ifExists : IF EXISTS;

ifNotExists : IF NOT EXISTS;

tableElement : columnDefinition | tableConstraint;

columnDefinition : columnName dataType columnSource? columnConstraint*;

// Where a column of a mapped table lies in values.
columnSource : PATH string | AT NUMBER ((LITTLE | BIG) ENDIAN)?;

tableMapping : USING name (OPTIONS '(' mappingOption (',' mappingOption)* ')')?;

mappingOption : anyWord optionValue;

// The name of a constraint is accepted and not kept: nothing refers to it.
columnConstraint : (CONSTRAINT name)? (NOT NULL | NULL | PRIMARY KEY | DEFAULT arithmetic);

tableConstraint : (CONSTRAINT name)? PRIMARY KEY '(' keyColumn (',' keyColumn)* ')';

keyColumn : columnName (ASC | DESC)?;

alterAction
    : ADD COLUMN? ifNotExists? columnDefinition                                 # addColumn
    | DROP COLUMN? ifExists? columnName                                         # dropColumn
    | RENAME TO name                                                            # renameTable
    | RENAME COLUMN? columnName TO columnName                                   # renameColumn
    ;

dataType : typeWord (PRECISION | VARYING)? typeArguments? ((WITH | WITHOUT) TIME ZONE)?;

typeWord : IDENTIFIER | nonReserved | callKeyword;

typeArguments : '(' NUMBER (',' NUMBER)* ')';

// Changes of rows.

change
    : INSERT INTO tableName columnList? insertSource returning?                 # insert
    | UPDATE tableName tableAlias? SET assignment (',' assignment)* where? returning? # update
    | DELETE FROM tableName tableAlias? where? returning?                       # delete
    ;

insertSource : query | DEFAULT VALUES;

columnList : '(' columnName (',' columnName)* ')';

assignment : columnName '=' (expression | DEFAULT);

returning : RETURNING selectItem (',' selectItem)*;

// Queries.

query : queryBody orderBy? rowLimit*;

// At the end of a statement only: its rows are those of a table.
rowLocking : FOR lockStrength (OF name (',' name)*)? (NOWAIT | SKIP_ LOCKED)?;

lockStrength : UPDATE | NO KEY UPDATE | SHARE | KEY SHARE;

queryBody
    : SELECT (ALL | DISTINCT)? selectItem (',' selectItem)*
      (FROM tableExpression)? where? groupBy? having?                           # select
    | VALUES row (',' row)*                                                     # values
    | TABLE tableName                                                           # tableQuery
    | '(' query ')'                                                             # parenthesizedQuery
    ;

selectItem
    : '*'                                                                       # allColumns
    | name '.' '*'                                                              # allColumnsOfTable
    | expression columnAlias?                                                   # selectExpression
    ;

columnAlias : AS anyWord | bareAlias;

tableExpression
    : tableName (tableAlias columnList?)?                                       # namedTable
    | '(' query ')' (tableAlias columnList?)?                                   # derivedTable
    ;

tableAlias : AS name | bareAlias;

where : WHERE expression;

groupBy : GROUP BY expression (',' expression)*;

having : HAVING expression;

orderBy : ORDER BY sortItem (',' sortItem)*;

sortItem : expression (ASC | DESC)? (NULLS (FIRST | LAST))?;

rowLimit
    : LIMIT (ALL | expression)                                                  # limit
    | OFFSET expression (ROW | ROWS)?                                           # offset
    | FETCH (FIRST | NEXT) fetchCount? (ROW | ROWS) ONLY                        # fetch
    ;

fetchCount : constant | '(' expression ')';

row : '(' rowItem (',' rowItem)* ')';

// A bare literal is an expression too; the first alternative spares the long way down to it.
rowItem : constant | DEFAULT | expression;

listItem : constant | expression;

// Expressions, from the weakest to the strongest binding.

expression : conjunction (OR conjunction)*;

conjunction : booleanTerm (AND booleanTerm)*;

booleanTerm : NOT* predicate (comparisonOperator predicate)? truthTest*;

comparisonOperator : '=' | NOT_EQUAL | '<' | '<=' | '>' | '>=';

truthTest
    : IS NOT? (NULL | TRUE | FALSE | UNKNOWN | DISTINCT FROM predicate (comparisonOperator predicate)?)
    ;

predicate : arithmetic condition?;

condition : NOT? (between | inList | like);

between : BETWEEN arithmetic AND arithmetic;

inList : IN '(' listItem (',' listItem)* ')';

like : (LIKE | ILIKE) arithmetic (ESCAPE arithmetic)?;

// '||' binds weaker than '+' and '-', and those weaker than '*', '/' and '%'.
arithmetic : factor (('||' | '+' | '-' | '*' | '/' | '%') factor)*;

factor : ('+' | '-')* primary ('::' dataType)*;

primary
    : constant                                                                  # constantValue
    | '(' expression ')'                                                        # parenthesized
    | CASE operand=expression? whenClause+ (ELSE otherwise=expression)? END     # caseExpression
    | CAST '(' expression AS dataType ')'                                       # cast
    | (CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) # currentValue
    | namedValue                                                                # namedPrimary
    ;

whenClause : WHEN expression THEN expression;

constant
    : NUMBER                                                                    # numberConstant
    | string                                                                    # stringConstant
    | BINARY_STRING                                                             # binaryConstant
    | (TRUE | FALSE)                                                            # booleanConstant
    | NULL                                                                      # nullConstant
    | PARAMETER                                                                 # parameter
    ;

string : (STRING | ESCAPE_STRING)+;

// Whatever starts with a word that may be a name.
namedValue
    : name ('.' columnName)?                                                    # columnReference
    | functionName '(' callArguments? ')' filter?                               # functionCall
    | literalType string                                                        # typedLiteral
    | INTERVAL string intervalUnit?                                             # intervalLiteral
    | EXTRACT '(' (name FROM | string (FROM | ',')) expression ')'              # extract
    | POSITION '(' arithmetic (IN | ',') arithmetic ')'                         # position
    | SUBSTRING '(' expression
      (FROM from=expression (FOR length=expression)? | FOR length=expression | (',' expression)*) ')' # substring
    | OVERLAY '(' expression
      (PLACING expression FROM expression (FOR expression)? | (',' expression)+) ')' # overlay
    | TRIM '(' side=(LEADING | TRAILING | BOTH)?
      (FROM source=expression | expression ((FROM | ',') expression)?) ')'      # trim
    ;

callArguments : '*' | (ALL | DISTINCT)? expression (',' expression)* orderBy?;

filter : FILTER '(' WHERE expression ')';

literalType
    : DATE
    | (TIME | TIMESTAMP) ((WITH | WITHOUT) TIME ZONE)?
    | TIMESTAMPTZ
    | UUID
    ;

intervalUnit
    : YEAR | YEARS | MONTH | MONTHS | DAY | DAYS | HOUR | HOURS | MINUTE | MINUTES | SECOND | SECONDS
    ;

// Options of statements.

file : string;

copyOptions : WITH? '(' copyOption (',' copyOption)* ')';

copyOption : anyWord optionValue?;

optionName : name;

optionValue : string | sign=('+' | '-')? NUMBER | word;

word : IDENTIFIER | nonReserved | callKeyword | aliasKeyword | TRUE | FALSE | ON | ALL;

// Transactions.

transactionModes : transactionMode (','? transactionMode)*;

transactionMode
    : ISOLATION LEVEL (SERIALIZABLE | REPEATABLE READ | READ COMMITTED | READ UNCOMMITTED) # isolationLevel
    | READ (ONLY | WRITE)                                                       # accessMode
    ;

savepointName : name;

// Names.

tableName : name ('.' name)?;

columnName : name;

functionName : IDENTIFIER | QUOTED_IDENTIFIER | nonReserved | aliasKeyword | LEFT | RIGHT;

bareAlias : IDENTIFIER | QUOTED_IDENTIFIER | nonReserved | callKeyword;

name : IDENTIFIER | QUOTED_IDENTIFIER | nonReserved | callKeyword | aliasKeyword;

anyWord : name | reserved;

// Words that begin a call with a syntax of its own, and are names everywhere else.
callKeyword : EXTRACT | OVERLAY | POSITION | SUBSTRING | TRIM;

// Words that are names except as an alias without AS.
aliasKeyword : ESCAPE | FILTER | PRECISION | SET | VARYING | WITHOUT;

// Words that are names everywhere.
nonReserved
    : ABORT | ADD | ALTER | APPLY | AT | BACKUP | BACKUPS | BATCH | BEGIN | BIG | BY | CHECKPOINT
    | COLUMNS | COMMIT | COMMITTED | COPY | DATABASE | DATE | DAY | DAYS | DELETE | DESCRIBE | DROP
    | ENDIAN | EXISTS | EXPLAIN | FAMILIES | FIRST | HOUR | HOURS | IF | INSERT | INTERVAL | ISOLATION
    | KEY | LAST | LEVEL | LITTLE | LOCKED | MINUTE | MINUTES | MONTH | MONTHS | NEXT | NO | NOWAIT
    | NULLS | OF | ONLY | OPTIONS | PATH | PLACING | READ | RELEASE | RENAME | REPAIR | REPEATABLE
    | RESTORE | ROLLBACK | ROW | ROWS | SAVEPOINT | SECOND | SECONDS | SERIALIZABLE | SHARE | SHOW
    | SKIP_ | START | TABLES | TIME | TIMESTAMP | TIMESTAMPTZ | TRANSACTION | TRUNCATE | UNCOMMITTED
    | UNKNOWN | UPDATE | UUID | VERIFY | WORK | WRITE | YEAR | YEARS | ZONE
    ;

// Words that are names only in double quotes, or behind the AS of a column alias.
reserved
    : ALL | ANALYZE | AND | AS | ASC | BETWEEN | BOTH | CASE | CAST | CHECK | COLLATE | COLUMN
    | CONSTRAINT | CREATE | CROSS | CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP | DEFAULT | DESC
    | DISTINCT | ELSE | END | EXCEPT | FALSE | FETCH | FOR | FOREIGN | FROM | FULL | GROUP | HAVING
    | ILIKE | IN | INNER | INTERSECT | INTO | IS | JOIN | LATERAL | LEADING | LEFT | LIKE | LIMIT
    | LOCALTIME | LOCALTIMESTAMP | NATURAL | NOT | NULL | OFFSET | ON | OR | ORDER | PRIMARY
    | REFERENCES | RETURNING | RIGHT | SELECT | TABLE | THEN | TO | TRAILING | TRUE | UNION | UNIQUE
    | USING | VALUES | WHEN | WHERE | WINDOW | WITH
    ;
