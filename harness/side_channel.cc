// SPDX-License-Identifier: Apache-2.0
#include "harness/side_channel.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ppp::harness {
namespace {

Error failed(const std::string& doing) {
  return Error{Error::Kind::kEnvironment,
               "cannot " + doing + ": " + std::strerror(errno), ""};
}

}  // namespace

Result<SideChannel> SideChannel::create() {
  int fd = ::memfd_create("pyprof-parallel", MFD_CLOEXEC);
  if (fd < 0) return failed("make a file in memory");
  return SideChannel(fd);
}

SideChannel::SideChannel(SideChannel&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

SideChannel::~SideChannel() {
  if (fd_ >= 0) ::close(fd_);
}

Command SideChannel::attached_to(Command command,
                                 const std::string& variable) const {
  command.inherited.push_back(fd_);
  command.environment.emplace_back(variable, std::to_string(fd_));
  return command;
}

Result<std::string> SideChannel::text() const {
  std::string text;
  char part[1 << 14];
  while (true) {
    auto offset = static_cast<off_t>(text.size());
    ssize_t got = ::pread(fd_, part, sizeof part, offset);
    if (got < 0) return failed("read what a run wrote");
    if (got == 0) return text;
    text.append(part, static_cast<std::size_t>(got));
  }
}

}  // namespace ppp::harness
