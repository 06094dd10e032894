// SPDX-License-Identifier: Apache-2.0
// One live line on stderr that says what is being done. Only for people: when
// stderr is not a terminal nothing is written.

#pragma once

#include <string>

namespace ppp::cli {

class Progress {
 public:
  explicit Progress(bool live) : live_(live) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void say(const std::string& what);
  /// Removes the line, before something else is written to the terminal.
  void clear();

 private:
  bool live_;
  bool shown_ = false;
};

bool stderr_is_terminal();
/// Colour on this stream? A terminal, and NO_COLOR unset or empty.
bool wants_colour(int fd);

}  // namespace ppp::cli
