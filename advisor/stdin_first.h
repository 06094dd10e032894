// SPDX-License-Identifier: Apache-2.0
// A generator that reads stdin before its first item, and nobody else does.

#pragma once

#include "advisor/pieces.h"

namespace ppp::advisor {

/// The loop's source is a call of a generator function, and all that the
/// project does with stdin is to read it there, before the first `yield` can be
/// reached. Then it makes no difference to stdin, nor to who waits for it, if
/// all items are taken ahead.
bool stdin_read_first(const Trial& trial);

}  // namespace ppp::advisor
