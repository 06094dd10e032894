// SPDX-License-Identifier: Apache-2.0
// Statements in a row that make lists and numbers of each other, by kernels:
//
//   image = picture(size)            each a kernel itself, or a call of a
//   blur = blurred(image, size)      function that is nothing but such
//   sharp = sharpened(image, blur)   statements
//
// What one makes is an array for the next. A list is made of those that are
// read elsewhere.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// A function for all of them, and its call in front of the statements, which
/// stay for where arrays would differ. A Reason: there is no such row, or
/// another of its loops is the hottest.
Proposal rewrite_chain(const Request& request);

}  // namespace ppp::rewrite
