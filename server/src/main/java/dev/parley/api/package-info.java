/// The way into Parley for requests: a registry of methods and the one gate in front of them.
///
/// ## Model
/// A [dev.parley.api.Method] says everything about itself: who may call it, with which scopes and
/// arguments, how often, and what it does. Methods are listed per noun in
/// [dev.parley.api.method]; [dev.parley.api.MethodRegistry] holds them all. The
/// [dev.parley.api.Gate] runs every call in the same order: read the arguments' encoding, find the
/// method, authenticate, bind the workspace, limit the rate, check the scope, read the arguments,
/// run the method, write the answer. [dev.parley.api.http] brings requests here from the network.
///
/// ## Concurrency
/// A call runs on a virtual thread of its own and may block. Nothing here runs on an event loop.
///
/// ## Guarantees
/// A [dev.parley.kernel.Refusal] thrown anywhere below becomes `{"ok":false,"error":code}` and is
/// counted; any other exception becomes `internal_error` and is logged once. Rules know nothing of
/// HTTP; this package knows no rules.
@NullMarked
@CheckReturnValue
package dev.parley.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
