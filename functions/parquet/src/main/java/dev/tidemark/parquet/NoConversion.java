package dev.tidemark.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Values are taken from their columns' readers; Parquet wants converters all the same. */
final class NoConversion extends PrimitiveConverter {
  static final GroupConverter GROUP =
      new GroupConverter() {
        @Override
        public Converter getConverter(int column) {
          return new NoConversion();
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
      };

  private NoConversion() {}
}
