package dev.parley.app.admin;

/// The roles that an operator gives, as the server calls them, in small letters.
enum GivenRole {
  GUEST,
  MEMBER,
  ADMIN,
  OWNER
}
