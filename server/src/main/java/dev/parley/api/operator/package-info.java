/// The operator API, `POST /operator/<command>`: what whoever runs the server does from outside
/// every workspace. Guarded by the operator key; every use is logged.
@NullMarked
@CheckReturnValue
package dev.parley.api.operator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
