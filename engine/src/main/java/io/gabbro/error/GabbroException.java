package io.gabbro.error;

import java.util.Optional;

/**
 * The one exception of the engine: an {@link ErrorCode}, the arguments of its message and, where
 * the error belongs to a place in a SQL text, that place.
 *
 * <p>It is unchecked; only the JDBC driver turns it into the {@code SQLException} subclass that its
 * SQLSTATE asks for.
 */
public final class GabbroException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient SourcePosition position;
  private final String hint;

  /**
   * An error without a place in a text.
   *
   * @param code what went wrong
   * @param arguments what fills the template of {@code code}
   */
  public GabbroException(ErrorCode code, Object... arguments) {
    this(code, null, null, null, arguments);
  }

  private GabbroException(
      ErrorCode code, SourcePosition position, String hint, Throwable cause, Object... arguments) {
    super(code.message(arguments), cause);
    this.code = code;
    this.position = position;
    this.hint = hint;
  }

  private GabbroException(GabbroException original, SourcePosition position, String hint) {
    this(original, original.getMessage(), position, hint);
  }

  private GabbroException(
      GabbroException original, String message, SourcePosition position, String hint) {
    super(message, original.getCause());
    this.code = original.code;
    this.position = position;
    this.hint = hint;
    setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      addSuppressed(suppressed);
    }
  }

  /** An error at a place in a SQL text; {@code position} may be null. */
  public static GabbroException at(SourcePosition position, ErrorCode code, Object... arguments) {
    return new GabbroException(code, position, null, null, arguments);
  }

  /** An error that another exception caused. */
  public static GabbroException causedBy(Throwable cause, ErrorCode code, Object... arguments) {
    return new GabbroException(code, null, null, cause, arguments);
  }

  /** This error with a place, unless it has one already. */
  public GabbroException orAt(SourcePosition place) {
    return position != null || place == null ? this : new GabbroException(this, place, hint);
  }

  /** This error with words in front of its message that say where in some data it belongs. */
  public GabbroException in(String place) {
    return new GabbroException(this, place + ": " + getMessage(), position, hint);
  }

  /** This error with a hint for the user, such as "did you mean …?". */
  public GabbroException withHint(String text) {
    return new GabbroException(this, position, text);
  }

  /** What went wrong. */
  public ErrorCode code() {
    return code;
  }

  /** The five characters of the SQLSTATE. */
  public String sqlState() {
    return code.sqlState();
  }

  /** The place in the SQL text, where there is one. */
  public Optional<SourcePosition> position() {
    return Optional.ofNullable(position);
  }

  /** A hint for the user, where there is one. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
