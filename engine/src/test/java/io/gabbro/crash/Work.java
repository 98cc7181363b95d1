package io.gabbro.crash;

import io.gabbro.session.SqlTester;
import java.util.Random;
import java.util.SortedMap;

/**
 * One kind of work of the crash test. It has tables of its own, on which it does numbered steps,
 * each of them one commit whose content follows from its number. What the steps make of the tables
 * is also kept as a map, which is what a database has to hold after a kill. To add a kind of work,
 * implement this and name it in {@link Works}.
 */
interface Work {
  /** Makes what the first step needs, where it is missing. */
  void prepare(SqlTester sql);

  /** Does a step: one commit. */
  void run(SqlTester sql, long step) throws Exception;

  /** Does to the map what the step does to the tables; the map is empty before step 0. */
  void apply(SortedMap<String, String> state, long step);

  /** The tables as such a map. */
  void read(SqlTester sql, SortedMap<String, String> state);

  /** The random numbers of a step. */
  static Random random(long step) {
    return new Random(step * 0x9E3779B97F4A7C15L);
  }

  /** A text that follows from a step and a number. */
  static String text(long step, long number) {
    Random random = random(step * 31 + number);
    char letter = (char) ('a' + random.nextInt(26));
    return step + ":" + number + String.valueOf(letter).repeat(random.nextInt(200));
  }
}
