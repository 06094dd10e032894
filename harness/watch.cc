// SPDX-License-Identifier: Apache-2.0
#include "harness/watch.h"

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/memory.h"

namespace ppp::harness {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

std::uint64_t size_of(const std::string& path) {
  struct stat s = {};
  return ::stat(path.c_str(), &s) == 0 ? static_cast<std::uint64_t>(s.st_size)
                                       : 0;
}

/// Bytes on disk below `root`; stops counting past `enough`.
std::uint64_t disk_use(const std::string& root, std::uint64_t enough) {
  std::uint64_t bytes = 0;
  std::error_code code;
  for (fs::recursive_directory_iterator
           it(root, fs::directory_options::skip_permission_denied, code),
       end;
       !code && it != end && bytes <= enough; it.increment(code)) {
    struct stat s = {};
    if (::lstat(it->path().c_str(), &s) == 0 && S_ISREG(s.st_mode)) {
      bytes += static_cast<std::uint64_t>(s.st_blocks) * 512;
    }
  }
  return bytes;
}

}  // namespace

std::string in_units(std::uint64_t bytes) {
  for (auto [unit, name] : {std::pair{30, "GiB"}, std::pair{20, "MiB"}}) {
    if (bytes >= (1ULL << unit)) {
      return fmt::format("{} {}", bytes >> unit, name);
    }
  }
  return fmt::format("{} bytes", bytes);
}

std::string in_mebibytes(std::uint64_t bytes) {
  return fmt::format("{} MiB", (bytes + (1U << 19)) >> 20);
}

Watch::Watch(Limits limits, Paths paths, const std::atomic<int>& pid)
    : limits_(limits), paths_(std::move(paths)), pid_(pid) {
  // Signals are for the main thread.
  sigset_t all;
  sigset_t old;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, &old);
  thread_ = std::thread([this] { look_on(); });
  ::pthread_sigmask(SIG_SETMASK, &old, nullptr);
}

Watch::~Watch() { stop(); }

std::string Watch::stop() {
  if (thread_.joinable()) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      stop_ = true;
    }
    wake_.notify_all();
    thread_.join();
    if (found_.empty()) found_ = excess(false);
  }
  return found_;
}

void Watch::look_on() {
  int pidfd = -1;
  auto next_thorough = steady_clock::now() + std::chrono::seconds(1);
  auto next_memory = steady_clock::now();
  std::unique_lock<std::mutex> lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::milliseconds(100),
                         [this] { return stop_; })) {
    if (pidfd < 0 && pid_ > 0) {
      pidfd = static_cast<int>(::syscall(SYS_pidfd_open, pid_.load(), 0));
    }
    auto begin = steady_clock::now();
    bool thorough = begin >= next_thorough;
    found_ = excess(thorough);
    if (thorough) {
      // A large tree is counted at most a twentieth of the time.
      auto took = steady_clock::now() - begin;
      next_thorough = begin + std::chrono::seconds(1) + 20 * took;
    }
    if (pidfd >= 0 && steady_clock::now() >= next_memory) {
      auto began = steady_clock::now();
      look_at_memory();
      auto ended = steady_clock::now();
      next_memory = ended + 50 * (ended - began);
    }
    if (found_.empty()) continue;
    // The runner reaps it and ends whatever it started.
    if (pidfd >= 0) {
      ::syscall(SYS_pidfd_send_signal, pidfd, SIGKILL, nullptr, 0);
    }
    break;
  }
  if (pidfd >= 0) ::close(pidfd);
}

void Watch::look_at_memory() {
  const std::uint64_t now = tree_memory(pid_);
  peak_memory_ = std::max(peak_memory_, now);
  if (limits_.memory > 0 && now > limits_.memory && found_.empty()) {
    found_ = "needs more than " + in_units(limits_.memory) + " of memory";
  }
}

std::string Watch::excess(bool thorough) const {
  if (size_of(paths_.out) > limits_.printed) {
    return "prints more than " + in_units(limits_.printed) + " to stdout";
  }
  if (size_of(paths_.err) > limits_.printed) {
    return "prints more than " + in_units(limits_.printed) + " to stderr";
  }
  if (!thorough) return "";
  if (disk_use(paths_.scratch, limits_.written) > limits_.written) {
    return "writes files of more than " + in_units(limits_.written);
  }
  struct statvfs v = {};
  if (::statvfs(paths_.scratch.c_str(), &v) == 0 &&
      v.f_bavail * v.f_frsize < limits_.left_free) {
    return "leaves less than " + in_units(limits_.left_free) +
           " free on the disk of " + paths_.scratch;
  }
  return "";
}

}  // namespace ppp::harness
