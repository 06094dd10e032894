// SPDX-License-Identifier: Apache-2.0
// An unnamed file that one run writes and we read: nothing of it is to be seen
// in the file system.

#pragma once

#include <string>

#include "base/process.h"
#include "base/result.h"

namespace ppp::harness {

class SideChannel {
 public:
  static Result<SideChannel> create();
  SideChannel(SideChannel&& other) noexcept;
  SideChannel& operator=(SideChannel&& other) = delete;
  ~SideChannel();

  /// `command` with the descriptor's number under `variable` in its
  /// environment. The channel must live until the program was started.
  Command attached_to(Command command, const std::string& variable) const;
  /// What was written.
  Result<std::string> text() const;

 private:
  explicit SideChannel(int fd) : fd_(fd) {}

  int fd_;
};

}  // namespace ppp::harness
