package io.gabbro.sqlline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of the shell.
 *
 * @param demo whether the demo was asked for
 * @param location a path or a URL; empty for a database in memory
 * @param scripts the texts of {@code -e}, in order
 * @param file the file of {@code -f}
 * @param passed arguments for sqlline
 */
record ShellArguments(
    boolean demo,
    Optional<String> location,
    List<String> scripts,
    Optional<String> file,
    List<String> passed) {
  private static final Set<String> BACKUP_COMMANDS = Set.of("backup", "restore");

  static final String USAGE =
      """
      usage: gabbro [demo | path | jdbc:gabbro:…] [-e "SQL"]… [-f file.sql] [--outputFormat=csv …]

        gabbro                a database in memory
        gabbro /path          the database in a directory, which is made when there is none
        gabbro demo           a temporary database with 135,233 cities, and some queries
        gabbro backup DB DIR  add a backup of a database to a directory
        gabbro restore DIR DB make a database of the newest backup in a directory
        -e "SQL"              run statements and exit; may be given several times
        -f file.sql           run the statements of a file and exit; - is the standard input
        --property=value      a property of sqlline, see !help set
      """;

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  static ShellArguments parse(String... arguments) {
    if (arguments.length > 0 && BACKUP_COMMANDS.contains(arguments[0])) {
      return backup(arguments);
    }
    boolean demo = false;
    String location = null;
    String file = null;
    List<String> scripts = new ArrayList<>();
    List<String> passed = new ArrayList<>();
    for (int index = 0; index < arguments.length; index++) {
      String argument = arguments[index];
      if (argument.equals("-e")) {
        scripts.add(value(arguments, ++index, argument));
      } else if (argument.equals("-f")) {
        file = value(arguments, ++index, argument);
      } else if (argument.startsWith("--")) {
        passed.add(argument);
      } else if (argument.startsWith("-")) {
        throw new IllegalArgumentException("unknown argument " + argument);
      } else if (argument.equals("demo") && location == null && !demo) {
        demo = true;
      } else if (location == null && !demo) {
        location = argument;
      } else {
        throw new IllegalArgumentException("more than one database: " + argument);
      }
    }
    return new ShellArguments(
        demo, Optional.ofNullable(location), scripts, Optional.ofNullable(file), passed);
  }

  /** A backup is a statement in the database, a restore is one beside it. */
  private static ShellArguments backup(String... arguments) {
    if (arguments.length < 3) {
      throw new IllegalArgumentException("gabbro " + arguments[0] + " needs two directories");
    }
    List<String> passed = List.of(arguments).subList(3, arguments.length);
    String from = arguments[1];
    String to = "'" + arguments[2].replace("'", "''") + "'";
    if (arguments[0].equals("restore")) {
      String script = "RESTORE FROM '" + from.replace("'", "''") + "' TO " + to;
      return new ShellArguments(false, Optional.empty(), List.of(script), Optional.empty(), passed);
    }
    if (!from.startsWith("jdbc:") && !Files.isDirectory(Path.of(from))) {
      throw new IllegalArgumentException("there is no database " + from);
    }
    return new ShellArguments(
        false, Optional.of(from), List.of("BACKUP TO " + to), Optional.empty(), passed);
  }

  private static String value(String[] arguments, int index, String name) {
    if (index >= arguments.length) {
      throw new IllegalArgumentException("a value is missing behind " + name);
    }
    return arguments[index];
  }

  /** Whether there is nothing to run but what the user types. */
  boolean isInteractive() {
    return scripts.isEmpty() && file.isEmpty();
  }

  /** The URL to connect to, with access to files. */
  String url() {
    return url(location.orElse("mem:"));
  }

  /** The URL of a path or URL, with access to files unless it says otherwise. */
  static String url(String location) {
    String url = location.startsWith("jdbc:") ? location : "jdbc:gabbro:" + location;
    if (url.contains("file_access=")) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + "file_access=true";
  }
}
