package io.gabbro.benchmarks;

import io.gabbro.benchmarks.data.LineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows for tests: made up, in key order, in the value ranges of TPC-H. */
public final class LineItems {

  private LineItems() {}

  /** Makes {@code count} rows, five to an order. */
  public static List<LineItem> random(int count, long seed) {
    Random random = new Random(seed);
    List<LineItem> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int shipDate = 8_766 + random.nextInt(1_826);
      items.add(
          new LineItem(
              i / 5,
              random.nextInt(200_000),
              random.nextInt(100),
              i % 5 + 1,
              random.nextInt(50) + 1,
              100_000L + random.nextInt(10_000_000),
              random.nextInt(11),
              random.nextInt(9),
              random.nextBoolean() ? "N" : "R",
              random.nextBoolean() ? "O" : "F",
              shipDate,
              shipDate + random.nextInt(30),
              shipDate + random.nextInt(30),
              "DELIVER IN PERSON",
              random.nextBoolean() ? "AIR" : "REG AIR",
              random.nextBoolean() ? "quick, furious deposits" : "carefully final foxes"));
    }
    return items;
  }
}
