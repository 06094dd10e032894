// SPDX-License-Identifier: Apache-2.0
// A data file compiled into the program; see cmake/embed_files.cmake.

#pragma once

#include <string_view>
#include <vector>

namespace ppp {

struct EmbeddedFile {
  std::string_view name;  ///< without the folder: "math.json"
  std::string_view text;

  bool operator==(const EmbeddedFile&) const = default;
};

}  // namespace ppp
