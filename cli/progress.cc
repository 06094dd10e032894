// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace ppp::cli {
namespace {

std::size_t terminal_columns() {
  struct winsize size = {};
  bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0;
  return known && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

void Progress::say(const std::string& what) {
  if (!live_) return;
  std::string line = "… " + what;
  std::size_t room = terminal_columns() - 1;
  if (line.size() > room) line.resize(room);
  std::fprintf(stderr, "\r\033[K\033[2m%s\033[0m", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) != 0; }

bool wants_colour(int fd) {
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  bool dumb = kind && std::string_view(kind) == "dumb";
  return (!refused || !*refused) && !dumb && ::isatty(fd) != 0;
}

}  // namespace ppp::cli
