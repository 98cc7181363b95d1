package io.gabbro.fuzz;

import java.util.List;

/** Something that takes any bytes. */
public interface FuzzTarget {
  /** Feeds bytes; whatever it throws is a finding. */
  void accept(byte[] input) throws Exception;

  /** Good inputs, to start from. */
  List<byte[]> seeds() throws Exception;
}
