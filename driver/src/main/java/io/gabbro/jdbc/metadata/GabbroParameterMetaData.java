package io.gabbro.jdbc.metadata;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.error.Wrapping;
import io.gabbro.jdbc.value.JdbcTypes;
import io.gabbro.type.SqlType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;

/** The parameters of a statement, as the statement without values says. Immutable. */
public final class GabbroParameterMetaData implements ParameterMetaData {
  private final List<SqlType> types;

  /** Of these types. */
  public GabbroParameterMetaData(List<SqlType> types) {
    this.types = types;
  }

  private SqlType type(int index) throws SQLException {
    if (index < 1 || index > types.size()) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_ARGUMENT,
          "parameter index " + index + " is not between 1 and " + types.size());
    }
    return types.get(index - 1);
  }

  @Override
  public int getParameterCount() {
    return types.size();
  }

  @Override
  public int isNullable(int parameter) throws SQLException {
    type(parameter);
    return parameterNullableUnknown;
  }

  @Override
  public boolean isSigned(int parameter) throws SQLException {
    return JdbcTypes.isSigned(type(parameter));
  }

  @Override
  public int getPrecision(int parameter) throws SQLException {
    return JdbcTypes.precision(type(parameter));
  }

  @Override
  public int getScale(int parameter) throws SQLException {
    return JdbcTypes.scale(type(parameter));
  }

  @Override
  public int getParameterType(int parameter) throws SQLException {
    return JdbcTypes.code(type(parameter));
  }

  @Override
  public String getParameterTypeName(int parameter) throws SQLException {
    return JdbcTypes.name(type(parameter));
  }

  @Override
  public String getParameterClassName(int parameter) throws SQLException {
    return JdbcTypes.javaClass(type(parameter)).getName();
  }

  @Override
  public int getParameterMode(int parameter) throws SQLException {
    type(parameter);
    return parameterModeIn;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
