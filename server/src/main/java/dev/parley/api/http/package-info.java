/// HTTP: the addresses, the request's bytes on their way to the gate and the answer's bytes back.
/// Handlers run on event loops and only collect bytes; everything else happens on virtual threads.
@NullMarked
@CheckReturnValue
package dev.parley.api.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
