// SPDX-License-Identifier: Apache-2.0
// Colour at a terminal: it only marks what the words already say.

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace ppp::harness {

/// Wraps text in an escape sequence, or leaves it alone.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string good(std::string_view text) const { return wrap("32", text); }
  std::string bad(std::string_view text) const { return wrap("31", text); }
  std::string note(std::string_view text) const { return wrap("33", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const {
    if (!on_ || text.empty()) return std::string(text);
    return fmt::format("\033[{}m{}\033[0m", code, text);
  }
  bool on_;
};

}  // namespace ppp::harness
