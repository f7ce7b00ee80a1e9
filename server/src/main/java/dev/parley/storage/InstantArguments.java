package dev.parley.storage;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Binds instants with their type. As a `Timestamp` they would have none, and of a statement with a
/// parameter of unknown type the driver learns more than it needs: if a row of its answer may be of
/// any size it ends the implicit transaction in front of the statement, and with it the name that
/// [NamedTenant] has just given.
final class InstantArguments extends AbstractArgumentFactory<Instant> {

  InstantArguments() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  protected Argument build(Instant value, ConfigRegistry config) {
    return (position, statement, _) ->
        statement.setObject(position, value.atOffset(ZoneOffset.UTC));
  }
}
