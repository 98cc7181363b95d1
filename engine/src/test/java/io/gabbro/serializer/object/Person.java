package io.gabbro.serializer.object;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A record with components of all kinds. */
public record Person(
    long id,
    boolean active,
    byte tiny,
    short small,
    int size,
    float ratio,
    double revenue,
    char initial,
    Integer rank,
    Boolean known,
    BigDecimal balance,
    BigInteger points,
    String firstName,
    byte[] photo,
    UUID token,
    LocalDate born,
    LocalTime wakes,
    LocalDateTime seen,
    Instant created,
    OffsetDateTime updated,
    Date exported,
    Level level,
    Optional<String> mail,
    Address home,
    Card card,
    Person parent,
    List<Object> tags,
    Map<String, Integer> scores,
    int[] numbers,
    Object anything) {
  /** An enum. */
  public enum Level {
    LOW,
    HIGH {
      @Override
      public String toString() {
        return "up";
      }
    }
  }

  /** A record in a record. */
  public record Address(String city, Integer zip, Country country) {}

  /** A record in a record in a record. */
  public record Country(String code) {}

  /** A bean in a record. */
  public static final class Card {
    /** A public field. */
    public String note;

    private String number = "none";
    private boolean valid;
    private String secret = "kept";

    /** A property. */
    public String getNumber() {
      return number;
    }

    /** Sets it. */
    public void setNumber(String number) {
      this.number = number;
    }

    /** A truth value. */
    public boolean isValid() {
      return valid;
    }

    /** Sets it. */
    public void setValid(boolean valid) {
      this.valid = valid;
    }

    /** What no column shows. */
    String secret() {
      return secret;
    }

    /** Sets it. */
    void keepSecret(String text) {
      secret = text;
    }
  }
}
