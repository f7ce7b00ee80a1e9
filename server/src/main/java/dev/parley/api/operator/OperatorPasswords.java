package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.identity.AccountService;
import dev.parley.core.identity.Passwords;
import dev.parley.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The passwords of people whom the operator makes.
public final class OperatorPasswords {
  private final AccountService accounts;
  private final Passwords passwords;

  public OperatorPasswords(AccountService accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /// The password somebody gets.
  ///
  /// @param hash empty if they get none
  /// @param told what the answer says about it
  record Given(Optional<String> hash, Map<String, Object> told) {}

  /// The password of the arguments, or with `generate_password` one that is made here. Somebody who
  /// signs in by the address already keeps theirs.
  ///
  /// @param personal what it must not be
  Given of(JsonNode args, Optional<EmailAddress> email, String... personal) {
    String typed = OperatorArgs.exactly(args, "password");
    boolean generate = OperatorArgs.flag(args, "generate_password") && email.isPresent();
    if (typed.isEmpty() && !generate) {
      return new Given(Optional.empty(), Map.of());
    }
    if (email.map(accounts::hasPassword).orElse(false)) {
      return new Given(Optional.empty(), Map.of("password_kept", true));
    }
    String password = typed.isEmpty() ? passwords.generate() : typed;
    List<String> known = new ArrayList<>(List.of(personal));
    OperatorArgs.text(args, "real_name")
        .or(() -> OperatorArgs.text(args, "owner_real_name"))
        .ifPresent(known::add);
    email.ifPresent(address -> known.addAll(List.of(address.value(), address.localPart())));
    return new Given(
        Optional.of(passwords.hash(password, known)),
        typed.isEmpty() ? Map.of("password", password) : Map.of());
  }
}
