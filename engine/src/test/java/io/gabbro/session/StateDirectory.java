package io.gabbro.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.rocksdb.Options;

/** Stores of Kafka Streams in the directory of the task {@code 0_0} of an application. */
final class StateDirectory {
  static final String APPLICATION = "demo";
  private static final String TASK = "0_0";

  private final Path stateDir;

  /** Those below a {@code state.dir}. */
  StateDirectory(Path stateDir) {
    this.stateDir = stateDir;
  }

  /** The configuration of the application. */
  Properties properties() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallBuffers.class);
    return properties;
  }

  /** Where RocksDB keeps a store. */
  String location(String store) {
    return task().resolve("rocksdb").resolve(store).toString();
  }

  private Path task() {
    return stateDir.resolve(APPLICATION).resolve(TASK);
  }

  /** Opens a plain store, and closes it. */
  <K, V> void plain(
      String name, Serde<K> keys, Serde<V> values, Consumer<KeyValueStore<K, V>> work) {
    KeyValueStore<K, V> store =
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values)
            .withLoggingDisabled()
            .build();
    store.init(context().getStateStoreContext(), store);
    try {
      work.accept(store);
    } finally {
      store.close();
    }
  }

  /** Opens a store with timestamps, and closes it. */
  <K, V> void timestamped(
      String name, Serde<K> keys, Serde<V> values, Consumer<TimestampedKeyValueStore<K, V>> work) {
    TimestampedKeyValueStore<K, V> store =
        Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore(name), keys, values)
            .withLoggingDisabled()
            .build();
    store.init(context().getStateStoreContext(), store);
    try {
      work.accept(store);
    } finally {
      store.close();
    }
  }

  private MockProcessorContext<Void, Void> context() {
    return new MockProcessorContext<>(properties(), TaskId.parse(TASK), task().toFile());
  }

  /** Makes RocksDB write files soon. */
  public static final class SmallBuffers implements RocksDBConfigSetter {
    private static final int BYTES = 64 << 10;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configuration) {
      options.setWriteBufferSize(BYTES);
    }

    @Override
    public void close(String store, Options options) {
      // There is nothing of its own to close.
    }
  }
}
