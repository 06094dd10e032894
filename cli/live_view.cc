// SPDX-License-Identifier: Apache-2.0
#include "cli/live_view.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>

#include "base/descriptor.h"
#include "harness/report/live_screen.h"

namespace ppp::cli {
namespace {

constexpr double kRefreshSeconds = 1;
constexpr const char* kEnter = "\033[?1049h\033[?25l";
constexpr const char* kLeave = "\033[?25h\033[?1049l";

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

bool draws(int fd) {
  const char* kind = std::getenv("TERM");
  return ::isatty(fd) != 0 && kind && std::string_view(kind) != "dumb";
}

}  // namespace

Result<std::unique_ptr<LiveView>> LiveView::open_if(
    bool wanted, bool stdout_taken, profiler::RecordOptions& options) {
  if (!wanted) return std::unique_ptr<LiveView>();
  int screen = -1;
  if (draws(STDERR_FILENO)) screen = STDERR_FILENO;
  if (draws(STDOUT_FILENO) && !stdout_taken) screen = STDOUT_FILENO;
  if (screen < 0) {
    return Error{Error::Kind::kUsage, "--live needs a terminal to draw on",
                 "run it at a terminal with TERM set, or leave --live out"};
  }
  if (::tcgetpgrp(screen) != ::getpgrp()) {
    return Error{Error::Kind::kUsage, "--live cannot draw in the background",
                 "start it without &, or leave --live out"};
  }
  std::unique_ptr<LiveView> view(new LiveView(screen));
  options.spectator = view.get();
  options.when_watched = [view = view.get(), then = options.when_watched](
                             const profiler::Profile& profile) {
    view->close();
    if (then) then(profile);
  };
  return view;
}

LiveView::LiveView(int screen) : screen_(screen) {
  termios quiet = {};
  keys_ = ::tcgetattr(STDIN_FILENO, &quiet) == 0;
  if (keys_) {
    before_ = quiet;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    quiet.c_cc[VSUSP] = _POSIX_VDISABLE;  // nobody would clear the screen
    quiet.c_cc[VMIN] = 0;
    quiet.c_cc[VTIME] = 0;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
  }
  write_all(screen_, kEnter);
}

void LiveView::close() {
  if (!open_) return;
  open_ = false;
  write_all(screen_, kLeave);
  if (!before_) return;
  ::tcflush(STDIN_FILENO, TCIFLUSH);  // what was typed was for us
  ::tcsetattr(STDIN_FILENO, TCSANOW, &*before_);
}

bool LiveView::wants_view(double now_s) {
  if (!open_) return false;
  pollfd keys = {STDIN_FILENO, POLLIN, 0};
  std::array<char, 64> typed;
  if (keys_ && ::poll(&keys, 1, 0) > 0) {
    const ssize_t n = ::read(STDIN_FILENO, typed.data(), typed.size());
    const std::string_view text(typed.data(),
                                n > 0 ? static_cast<std::size_t>(n) : 0);
    if (text.find('q') != std::string_view::npos) ::raise(SIGINT);
    if (n <= 0) keys_ = false;  // the terminal is gone
  }
  if (now_s - shown_s_ < kRefreshSeconds) return false;
  shown_s_ = now_s;
  return true;
}

void LiveView::show(const profiler::Profile& so_far) {
  winsize size = {};
  ::ioctl(screen_, TIOCGWINSZ, &size);
  const std::size_t rows = size.ws_row > 0 ? size.ws_row : 24;
  const std::size_t columns = size.ws_col > 0 ? size.ws_col : 80;
  std::string text = "\033[H";
  const auto lines = harness::live_screen(last_, so_far, rows, columns);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += lines[i] + "\033[K" + (i + 1 < lines.size() ? "\r\n" : "");
  }
  write_all(screen_, text + "\033[J");
  last_ = so_far;
}

Result<HeldOutput> HeldOutput::of(Command& command, bool stdout_taken) {
  auto dir = TempDir::create("pyprof-parallel-live-");
  if (!dir.ok()) return dir.error();
  const std::string path = dir->path() + "/output";
  int to = -1;
  if (::isatty(STDERR_FILENO) != 0) {
    command.stderr_path = path;
    to = STDERR_FILENO;
  }
  if (::isatty(STDOUT_FILENO) != 0 && !stdout_taken) {
    command.stdout_path = path;
    to = STDOUT_FILENO;
  }
  return HeldOutput(std::move(*dir), to);
}

HeldOutput::~HeldOutput() {
  if (to_ < 0 || dir_.path().empty()) return;
  const Descriptor held(
      ::open((dir_.path() + "/output").c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 65536> buffer;
  while (held.get() >= 0) {
    const ssize_t n = ::read(held.get(), buffer.data(), buffer.size());
    if (n <= 0) return;
    const auto size = static_cast<std::size_t>(n);
    if (!write_all(to_, std::string_view(buffer.data(), size))) return;
  }
}

}  // namespace ppp::cli
