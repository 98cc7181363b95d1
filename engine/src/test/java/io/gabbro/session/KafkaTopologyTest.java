package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of a topology, beside it. */
class KafkaTopologyTest {
  private static final int ROUNDS = 100;
  private static final int WORDS = 500;
  private static final String UNEXPECTED =
      "n <> 1 OR last IS NULL OR last <> TIMESTAMP WITH TIME ZONE '1970-01-02 00:00:00Z'";

  private static SqlTester open(StateDirectory state, String mode) {
    return new SqlTester(state.location("counts"), Map.of("mode", mode));
  }

  /** Kafka writes no log for RocksDB: what lies in memory only is not to be seen by others. */
  @Test
  void whatARunningTopologyHasWrittenToFilesIsReadBesideIt(@TempDir Path directory) {
    StateDirectory state = new StateDirectory(directory);
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("words", Consumed.with(Serdes.String(), Serdes.String()))
        .groupBy((key, word) -> word, Grouped.with(Serdes.String(), Serdes.String()))
        .count(
            Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts")
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.Long()));
    String create =
        "CREATE TABLE counts (word TEXT PRIMARY KEY, n BIGINT PATH 'value', last TIMESTAMP WITH"
            + " TIME ZONE PATH 'record_timestamp') USING kafka OPTIONS (value 'long', timestamps"
            + " true)";
    try (TopologyTestDriver driver = new TopologyTestDriver(builder.build(), state.properties())) {
      TestInputTopic<String, String> words =
          driver.createInputTopic("words", new StringSerializer(), new StringSerializer());
      long first = 0;
      for (int round = 0; round < ROUNDS && first == 0; round++) {
        pipe(words, round);
        try (SqlTester sql = open(state, "readonly")) {
          sql.run(create);
          first = count(sql);
          assertEquals(List.of(), sql.run("SELECT * FROM counts WHERE " + UNEXPECTED));
        }
      }
      assertTrue(first > 0, "nothing was written to files");
      try (SqlTester sql = open(state, "secondary")) {
        sql.run(create);
        long next = first;
        for (int round = ROUNDS; round < 2 * ROUNDS && next <= first; round++) {
          pipe(words, round);
          next = count(sql);
        }
        assertTrue(next > first, next + " is not more than " + first);
        assertEquals(List.of(), sql.run("SELECT * FROM counts WHERE " + UNEXPECTED));
      }
    }
  }

  private static long count(SqlTester sql) {
    return Long.parseLong(sql.run("SELECT count(*) FROM counts").get(0));
  }

  private static void pipe(TestInputTopic<String, String> words, int round) {
    for (int word = 0; word < WORDS; word++) {
      words.pipeInput("line", "word" + round + "-" + word, 86_400_000L);
    }
  }
}
