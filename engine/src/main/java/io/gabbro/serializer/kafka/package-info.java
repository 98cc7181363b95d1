/** Values of the key-value stores of Kafka Streams. Rank 3; public API. */
package io.gabbro.serializer.kafka;
