package io.gabbro.catalog;

import io.gabbro.serializer.MappingOptions;

/**
 * What makes a table a mapped one.
 *
 * @param serializer the name behind USING
 * @param options its options, which name no files any more
 */
public record TableMapping(String serializer, MappingOptions options) {}
