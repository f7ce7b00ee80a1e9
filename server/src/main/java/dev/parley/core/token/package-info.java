/// Tokens of people and bots. A token carries its workspace and its number in clear, so that the
/// tenant is known before anything is looked up, and a secret of which only the hash is stored.
@NullMarked
@CheckReturnValue
package dev.parley.core.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
