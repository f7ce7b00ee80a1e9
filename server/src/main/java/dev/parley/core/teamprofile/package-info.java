/// The fields that the profiles of one workspace have besides those that every profile has.
@NullMarked
@CheckReturnValue
package dev.parley.core.teamprofile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
