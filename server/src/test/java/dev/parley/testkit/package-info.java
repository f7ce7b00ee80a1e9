/// What tests share: a database for the whole test run, fakes and fixtures.
@NullMarked
@CheckReturnValue
package dev.parley.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
