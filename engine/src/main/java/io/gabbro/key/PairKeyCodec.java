package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;

/**
 * Keys of two parts: the first as {@link EscapedBytes} if its width varies, then the second.
 *
 * @param <A> the type of the first part
 * @param <B> the type of the second part
 */
final class PairKeyCodec<A, B> implements KeyCodec<KeyPair<A, B>> {
  private final KeyCodec<A> first;
  private final KeyCodec<B> second;
  private final int firstWidth;

  PairKeyCodec(KeyCodec<A> first, KeyCodec<B> second) {
    this.first = first;
    this.second = second;
    firstWidth = first.fixedWidth();
  }

  @Override
  public int fixedWidth() {
    int secondWidth = second.fixedWidth();
    return firstWidth == VARIABLE || secondWidth == VARIABLE ? VARIABLE : firstWidth + secondWidth;
  }

  @Override
  public boolean preservesOrder() {
    return first.preservesOrder() && second.preservesOrder();
  }

  @Override
  public void encode(KeyPair<A, B> key, ByteBuilder target) {
    int start = target.length();
    first.encode(key.first(), target);
    if (firstWidth == VARIABLE) {
      EscapedBytes.escape(target, start);
    }
    second.encode(key.second(), target);
  }

  @Override
  public KeyPair<A, B> decode(byte[] bytes, int offset, int length) {
    int limit = offset + length;
    if (firstWidth != VARIABLE) {
      if (length < firstWidth) {
        throw KeyErrors.undecodable("it has " + length + " bytes");
      }
      int end = offset + firstWidth;
      return new KeyPair<>(
          first.decode(bytes, offset, firstWidth), second.decode(bytes, end, limit - end));
    }
    int end = EscapedBytes.end(bytes, offset, limit, 0);
    if (end < 0) {
      throw KeyErrors.undecodable("its first part does not end");
    }
    byte[] part = new byte[end - offset];
    int partLength = EscapedBytes.copy(bytes, offset, 0, part, 0);
    return new KeyPair<>(first.decode(part, 0, partLength), second.decode(bytes, end, limit - end));
  }
}
