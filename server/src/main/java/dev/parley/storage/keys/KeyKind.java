package dev.parley.storage.keys;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.security.GeneralSecurityException;

/// The two uses of keys, each with its algorithm.
enum KeyKind {
  /// AES-256-GCM, for sealing values.
  SEALING("aead", PredefinedAeadParameters.AES256_GCM) {
    @Override
    Configuration configuration() throws GeneralSecurityException {
      return AeadConfig2026.get();
    }
  },
  /// HMAC-SHA256, for finding sealed values by equality.
  DIGEST("mac", PredefinedMacParameters.HMAC_SHA256_256BITTAG) {
    @Override
    Configuration configuration() throws GeneralSecurityException {
      return MacConfig2026.get();
    }
  };

  private final String suffix;
  private final Parameters parameters;

  KeyKind(String suffix, Parameters parameters) {
    this.suffix = suffix;
    this.parameters = parameters;
  }

  /// How a key of this kind is called in the key store.
  String reference(String owner) {
    return owner + "-" + suffix;
  }

  Parameters parameters() {
    return parameters;
  }

  abstract Configuration configuration() throws GeneralSecurityException;
}
