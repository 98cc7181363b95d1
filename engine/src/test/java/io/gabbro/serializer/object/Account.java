package io.gabbro.serializer.object;

import java.math.BigDecimal;
import java.util.List;

/** A bean. */
public class Account {
  /** A public field. */
  public Integer points;

  private long id;
  private String ownerName;
  private Boolean closed;
  private boolean locked;
  private BigDecimal balance;
  private Person.Address address;
  private List<String> notes;
  private double[] unseen = {1, 2};

  /** A number. */
  public long getId() {
    return id;
  }

  /** Sets it. */
  public void setId(long id) {
    this.id = id;
  }

  /** A text. */
  public String getOwnerName() {
    return ownerName;
  }

  /** Sets it. */
  public void setOwnerName(String ownerName) {
    this.ownerName = ownerName;
  }

  /** A truth value that may be null. */
  public Boolean getClosed() {
    return closed;
  }

  /** Sets it. */
  public void setClosed(Boolean closed) {
    this.closed = closed;
  }

  /** A truth value. */
  public boolean isLocked() {
    return locked;
  }

  /** The same. */
  public boolean getLocked() {
    return locked;
  }

  /** Sets it. */
  public void setLocked(boolean locked) {
    this.locked = locked;
  }

  /** A decimal. */
  public BigDecimal getBalance() {
    return balance;
  }

  /** Sets it. */
  public void setBalance(BigDecimal balance) {
    this.balance = balance;
  }

  /** A record in the bean. */
  public Person.Address getAddress() {
    return address;
  }

  /** Sets it. */
  public void setAddress(Person.Address address) {
    this.address = address;
  }

  /** A collection. */
  public List<String> getNotes() {
    return notes;
  }

  /** Sets it. */
  public void setNotes(List<String> notes) {
    this.notes = notes;
  }

  /** What is computed. */
  public int getNoteCount() {
    return notes == null ? 0 : notes.size();
  }

  /** What no column shows. */
  double[] unseen() {
    return unseen;
  }

  /** Sets it. */
  void unseen(double... values) {
    unseen = values;
  }
}
