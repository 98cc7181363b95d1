package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Int128Test {
  private static final int ROUNDS = 20_000;

  private final Random random = SeededRandom.create();

  private BigInteger anyValue() {
    BigInteger magnitude =
        switch (random.nextInt(4)) {
          case 0 -> BigInteger.valueOf(random.nextInt(1000));
          case 1 ->
              BigInteger.TEN.pow(random.nextInt(38)).add(BigInteger.valueOf(random.nextInt(3) - 1));
          case 2 -> BigInteger.ONE.shiftLeft(random.nextInt(126)).subtract(BigInteger.ONE);
          default -> new BigInteger(random.nextInt(127), random);
        };
    return random.nextBoolean() ? magnitude : magnitude.negate();
  }

  private long anyLong() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(100) - 50;
      case 1 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
      default -> random.nextLong() >> random.nextInt(64);
    };
  }

  private static Int128 of(BigInteger value) {
    Int128 number = new Int128();
    assertTrue(number.set(value));
    assertEquals(value, number.toBigInteger());
    assertEquals(value.signum(), number.signum());
    assertEquals(value.bitLength() < 64, number.isNarrow());
    return number;
  }

  private static void assertSame(BigInteger expected, boolean fits, Int128 actual) {
    assertEquals(expected.bitLength() < 128, fits, expected::toString);
    if (fits) {
      assertEquals(expected, actual.toBigInteger());
    }
  }

  @Test
  void addsAndSubtractsAsBigInteger() {
    for (int round = 0; round < ROUNDS; round++) {
      BigInteger left = anyValue();
      BigInteger right = anyValue();
      Int128 other = of(right);
      Int128 sum = of(left);
      assertSame(left.add(right), sum.add(other.high(), other.low()), sum);
      Int128 difference = of(left);
      assertSame(left.subtract(right), difference.subtract(other.high(), other.low()), difference);
      assertEquals(left.negate(), of(left).negate().toBigInteger());
      assertEquals(
          Integer.signum(left.compareTo(right)),
          Integer.signum(
              Int128.compare(of(left).high(), of(left).low(), other.high(), other.low())));
    }
  }

  @Test
  void reportsOverflowOfAddition() {
    BigInteger greatest = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    assertFalse(of(greatest).add(0, 1));
    assertFalse(of(greatest.negate()).subtract(0, 2));
    assertFalse(new Int128().set(greatest.add(BigInteger.ONE)));
  }

  @Test
  void multipliesAsBigInteger() {
    for (int round = 0; round < ROUNDS; round++) {
      BigInteger left = anyValue();
      long right = anyLong();
      Int128 product = of(left);
      assertSame(left.multiply(BigInteger.valueOf(right)), product.multiply(right), product);
    }
  }

  @Test
  void dividesAsBigDecimal() {
    for (int round = 0; round < ROUNDS; round++) {
      BigInteger left = anyValue();
      long right = anyLong();
      if (right != 0) {
        BigInteger divisor = BigInteger.valueOf(right);
        assertEquals(left.divide(divisor), of(left).truncatingDivide(right).toBigInteger());
        assertEquals(left.remainder(divisor).longValue(), of(left).remainder(right));
        BigDecimal rounded =
            new BigDecimal(left).divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP);
        assertEquals(
            rounded.toBigInteger(),
            of(left).divide(right).toBigInteger(),
            () -> left + " / " + divisor);
      }
    }
  }

  @Test
  void scalesByPowersOfTen() {
    for (int round = 0; round < ROUNDS; round++) {
      BigInteger value = anyValue();
      int digits = random.nextInt(39);
      Int128 up = of(value);
      assertSame(value.multiply(BigInteger.TEN.pow(digits)), up.scaleUp(digits), up);
      assertEquals(
          new BigDecimal(value, digits).setScale(0, RoundingMode.HALF_UP).toBigInteger(),
          of(value).scaleDown(digits).toBigInteger());
    }
  }

  @Test
  void knowsHowManyDigitsFit() {
    for (int precision = 1; precision <= 38; precision++) {
      BigInteger limit = BigInteger.TEN.pow(precision);
      assertFalse(Decimals.fits(of(limit), precision));
      assertFalse(Decimals.fits(of(limit.negate()), precision));
      assertTrue(Decimals.fits(of(limit.subtract(BigInteger.ONE)), precision));
      assertTrue(Decimals.fits(of(BigInteger.ONE.subtract(limit)), precision));
      assertTrue(Decimals.fits(of(BigInteger.ZERO), precision));
    }
  }
}
