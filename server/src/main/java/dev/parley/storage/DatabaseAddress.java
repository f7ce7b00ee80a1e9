package dev.parley.storage;

/// Where a PostgreSQL database is and who may administer it.
///
/// @param jdbcUrl `jdbc:postgresql://host:port/database?…`
/// @param user a role that may create roles and schemas
/// @param password that role's password; empty if the server asks for none
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  @Override
  public String toString() {
    return "DatabaseAddress[" + jdbcUrl + ", " + user + "]";
  }
}
