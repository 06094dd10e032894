// SPDX-License-Identifier: Apache-2.0
// A function around the one that a pool calls, with the same parameters.

#pragma once

#include <string>
#include <vector>

#include "rewrite/helper_text.h"
#include "rewrite/loop_shape.h"
#include "rewrite/outline.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The parameters of the worker's function, in order.
std::vector<std::string> parameters_of(const Parameters& parameters,
                                       const Worker& worker);

/// `wish`, or with underscores where one of `taken` has that name.
std::string beside(const std::vector<std::string>& taken, std::string wish);

/// "score" for "models._score": what new names are made of.
std::string base_name(const Worker& worker);

/// Defines `function`, whose text `lines` are, and makes it the worker's.
void wrap(const Request& request, const LoopShape& shape,
          const std::string& function, const std::vector<HelperLine>& lines,
          Worker& worker);

}  // namespace ppp::rewrite
