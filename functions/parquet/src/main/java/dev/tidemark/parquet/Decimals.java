package dev.tidemark.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;

import java.math.BigInteger;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** How columns of exact numbers are written: in the fewest bytes that hold their digits. */
public final class Decimals {
  private static final int OF_32_BITS = 9;
  private static final int OF_64_BITS = 18;

  private Decimals() {}

  /** A column of {@code precision} digits, {@code scale} of which stand behind the point. */
  public static Types.PrimitiveBuilder<PrimitiveType> column(
      Repetition repetition, int precision, int scale) {
    Types.PrimitiveBuilder<PrimitiveType> column;
    if (precision <= OF_32_BITS) {
      column = Types.primitive(PrimitiveTypeName.INT32, repetition);
    } else if (precision <= OF_64_BITS) {
      column = Types.primitive(PrimitiveTypeName.INT64, repetition);
    } else {
      column =
          Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
              .length(BigInteger.TEN.pow(precision).bitLength() / Byte.SIZE + 1);
    }
    return column.as(decimalType(scale, precision));
  }
}
