// SPDX-License-Identifier: Apache-2.0
#include "profiler/threads.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace ppp::profiler {
namespace {

std::string task_path(int pid, int tid, const char* file) {
  return "/proc/" + std::to_string(pid) + "/task/" + std::to_string(tid) + "/" +
         file;
}

// Field `index` (3 is the state) of a stat line, behind the name, which may
// hold anything. Empty when there is none.
std::string_view stat_field(std::string_view line, int index) {
  std::size_t at = line.rfind(')');
  if (at == std::string_view::npos) return {};
  line.remove_prefix(std::min(at + 2, line.size()));
  for (int i = 3; i < index; ++i) {
    at = line.find(' ');
    if (at == std::string_view::npos) return {};
    line.remove_prefix(at + 1);
  }
  return line.substr(0, line.find_first_of(" \n"));
}

// The CPU that a thread is on, or ran on last.
int cpu_in(std::string_view line) {
  const std::string_view field = stat_field(line, 39);
  int cpu = -1;
  std::from_chars(field.data(), field.data() + field.size(), cpu);
  return cpu;
}

// The ids of a thread, the one in our namespace first.
std::vector<int> ids_by_namespace(int pid, int tid) {
  std::ifstream status(task_path(pid, tid, "status"));
  std::vector<int> ids;
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with("NSpid:")) continue;
    std::istringstream numbers(line.substr(6));
    for (int id = 0; numbers >> id;) ids.push_back(id);
    break;
  }
  return ids;
}

// Since Linux 5.6 the file of a local socket says how many descriptors are on
// their way through it. nullopt: the descriptor is another's by now.
std::optional<bool> is_local_socket(const std::string& fdinfo,
                                    const std::string& inode) {
  std::ifstream info(fdinfo);
  bool same = info.good();  // older kernels tell no inode
  bool local = false;
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("ino:")) same = line.ends_with("\t" + inode);
    if (line.starts_with("scm_fds:")) local = true;
  }
  return same ? std::optional(local) : std::nullopt;
}

std::string inode_in(std::string_view link) {
  return std::string(link.substr(8, link.size() - 9));  // socket:[1234]
}

// Whether this kernel is one of those, by a socket of ours.
bool tells_local_sockets() {
  static const bool tells = [] {
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data())) {
      return false;
    }
    std::array<char, 64> link{};
    const std::string number = std::to_string(pair[0]);
    const ssize_t length = ::readlink(("/proc/self/fd/" + number).c_str(),
                                      link.data(), link.size());
    std::optional<bool> local;
    if (length > 9) {
      local = is_local_socket(
          "/proc/self/fdinfo/" + number,
          inode_in({link.data(), static_cast<std::size_t>(length)}));
    }
    for (int fd : pair) ::close(fd);
    return local.value_or(false);
  }();
  return tells;
}

/// Of /proc/PID/net/unix.
bool stands_in_table(const std::string& path, const std::string& inode) {
  std::ifstream table(path);
  for (std::string line; std::getline(table, line);) {
    // Num RefCount Protocol Flags Type St Inode Path
    std::size_t at = 0;
    for (int i = 0; i < 6 && at != std::string::npos; ++i) {
      at = line.find(' ', line.find_first_not_of(' ', at));
    }
    if (at == std::string::npos) continue;
    at = line.find_first_not_of(' ', at);
    if (at == std::string::npos) continue;
    if (line.compare(at, line.find(' ', at) - at, inode) == 0) return true;
  }
  return false;
}

}  // namespace

ProcFile::ProcFile(const std::string& path)
    : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

ProcFile::ProcFile(ProcFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

ProcFile& ProcFile::operator=(ProcFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

ProcFile::~ProcFile() {
  if (fd_ >= 0) ::close(fd_);
}

bool ProcFile::read(char* text, std::size_t size) const {
  ssize_t got = ::pread(fd_, text, size - 1, 0);
  if (got <= 0) return false;
  text[got] = 0;
  return true;
}

ProcSurroundings::ProcSurroundings(int pid, RemoteMemory& memory)
    : pid_(pid), memory_(memory) {}

void ProcSurroundings::set_gil(Address begin, std::size_t size) {
  gil_begin_ = begin;
  gil_size_ = size;
}

bool ProcSurroundings::in_gil(Address address) {
  return gil_begin_ != 0 && address >= gil_begin_ &&
         address < gil_begin_ + gil_size_;
}

FdKind ProcSurroundings::kind(int fd) {
  std::array<char, 256> link{};
  const std::string path =
      "/proc/" + std::to_string(pid_) + "/fd/" + std::to_string(fd);
  ssize_t length = ::readlink(path.c_str(), link.data(), link.size());
  if (length <= 0) return FdKind::kOther;
  const std::string_view text(link.data(), static_cast<std::size_t>(length));
  if (text.starts_with("socket:")) {
    return is_unix_socket(fd, inode_in(text)) ? FdKind::kUnixSocket
                                              : FdKind::kSocket;
  }
  if (text.starts_with("pipe:")) return FdKind::kPipe;
  if (text.starts_with("anon_inode:[eventpoll]")) return FdKind::kEpoll;
  if (text.starts_with("anon_inode:[pidfd]")) return FdKind::kPidfd;
  if (text.starts_with("pidfd:")) return FdKind::kPidfd;
  struct stat info = {};
  if (::stat(path.c_str(), &info) != 0) return FdKind::kOther;
  if (S_ISFIFO(info.st_mode)) return FdKind::kPipe;
  if (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode) || S_ISBLK(info.st_mode)) {
    return FdKind::kFile;
  }
  return FdKind::kOther;
}

bool ProcSurroundings::is_unix_socket(int fd, const std::string& inode) {
  if (auto it = unix_sockets_.find(inode); it != unix_sockets_.end()) {
    return it->second;
  }
  if (unix_sockets_.size() > 4096) unix_sockets_.clear();
  const std::string folder = "/proc/" + std::to_string(pid_);
  if (tells_local_sockets()) {
    const auto local =
        is_local_socket(folder + "/fdinfo/" + std::to_string(fd), inode);
    if (local) unix_sockets_[inode] = *local;
    return local.value_or(false);
  }
  const std::string path = folder + "/net/unix";
  bool found = false;
  // The kernel gives the table in pieces, and goes on from a place in it: while
  // sockets come and go it may leave one out.
  for (int i = 0; i < 3 && !found; ++i) found = stands_in_table(path, inode);
  return unix_sockets_[inode] = found;
}

std::vector<int> ProcSurroundings::watched(int epoll_fd) {
  std::vector<int> fds;
  std::ifstream info("/proc/" + std::to_string(pid_) + "/fdinfo/" +
                     std::to_string(epoll_fd));
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("tfd:")) fds.push_back(std::atoi(line.c_str() + 4));
  }
  return fds;
}

ThreadIds::ThreadIds(int pid)
    : pid_(pid), same_(ids_by_namespace(pid, pid).size() <= 1) {}

int ThreadIds::ours(int theirs) {
  if (theirs <= 0) return 0;
  if (same_) return exists(theirs) ? theirs : 0;
  auto known = ours_.find(theirs);
  if (known == ours_.end() || !exists(known->second)) {
    list();
    known = ours_.find(theirs);
  }
  return known == ours_.end() ? 0 : known->second;
}

bool ThreadIds::exists(int tid) const {
  return ::access(task_path(pid_, tid, "").c_str(), F_OK) == 0;
}

void ThreadIds::list() {
  ours_.clear();
  std::error_code gone;
  std::filesystem::directory_iterator tasks(
      "/proc/" + std::to_string(pid_) + "/task", gone);
  const std::filesystem::directory_iterator end;
  for (; !gone && tasks != end; tasks.increment(gone)) {
    const int tid = std::atoi(tasks->path().filename().c_str());
    const auto ids = ids_by_namespace(pid_, tid);
    if (!ids.empty()) ours_[ids.back()] = tid;
  }
}

ThreadProbe::ThreadProbe(int pid, int tid)
    : syscall_(task_path(pid, tid, "syscall")),
      stat_(task_path(pid, tid, "stat")),
      schedstat_(task_path(pid, tid, "schedstat")) {}

// Whether it slept at the last look and has not been given a CPU since. The
// third number of schedstat counts the turns; it is exact.
bool ThreadProbe::slept_on() {
  std::array<char, 96> text;
  if (!schedstat_.read(text.data(), text.size())) {
    slept_ = false;
    return false;
  }
  const char* last = std::strrchr(text.data(), ' ');
  const std::uint64_t turns = last ? std::strtoull(last, nullptr, 10) : 0;
  const bool same = slept_ && turns == turns_;
  turns_ = turns;
  return same;
}

// The letter of its state, and its CPU; 0: the thread has ended.
char ThreadProbe::state() {
  cpu_ = -1;
  cpu_known_ = true;
  std::array<char, 512> line;
  if (!stat_.open() || !stat_.read(line.data(), line.size())) return 0;
  const std::string_view state = stat_field(line.data(), 3);
  if (state.empty() || state[0] == 'Z' || state[0] == 'X') return 0;
  if (state[0] == 'R') cpu_ = cpu_in(line.data());
  return state[0];
}

int ThreadProbe::cpu() {
  if (!cpu_known_) state();
  return cpu_;
}

// The file of the call tells of a thread that runs, too, at a third of what
// that of the state takes; but not where it runs, nor what it does outside of
// calls.
std::optional<ThreadState> ThreadProbe::look(Surroundings& target, bool where) {
  if (slept_ && slept_on()) return ThreadState{false, wait_, true};
  slept_ = cpu_known_ = false;
  const ThreadState running{true, Wait::kOther, false};
  std::array<char, 256> text;
  const auto read_call = [&] {
    return syscall_.open() && syscall_.read(text.data(), text.size());
  };
  char letter = 0;
  if (where || !read_call()) {
    letter = state();
    if (letter == 0) return std::nullopt;
    if (letter == 'R') return running;
  } else if (text[0] == 'r') {
    return running;
  }
  cpu_ = -1;
  cpu_known_ = true;
  slept_on();  // notes the turns before the call is looked at
  if (!read_call()) {
    // Kernels may refuse that file.
    if (letter == 0) letter = state();
    if (letter == 0) return std::nullopt;
    return ThreadState{letter == 'R',
                       letter == 'D' ? Wait::kDisk : Wait::kOther, false};
  }
  if (text[0] == 'r') return running;
  BlockedCall call;
  char* at = text.data();
  call.number = std::strtol(at, &at, 10);
  for (std::uint64_t& argument : call.args) {
    argument = std::strtoull(at, &at, 16);
  }
  if (letter != 0) call.state = letter;
  wait_ = classify(call, target);
  if (letter == 0 && wait_ == Wait::kOther) {
    // One that has ended, too, is in no call.
    letter = state();
    if (letter == 0) return std::nullopt;
    if (letter == 'R') return running;
    call.state = letter;
    wait_ = classify(call, target);
  }
  slept_ = schedstat_.open();
  return ThreadState{false, wait_, false};
}

RunTimes ThreadProbe::run_times() const {
  std::array<char, 96> text;
  RunTimes times;
  if (!schedstat_.open() || !schedstat_.read(text.data(), text.size())) {
    return times;
  }
  char* at = text.data();
  times.running = std::strtoull(at, &at, 10);
  times.ready = std::strtoull(at, &at, 10);
  return times;
}

int thread_count(const ProcFile& task_folder) {
  struct stat info = {};
  if (!task_folder.open() || ::fstat(task_folder.fd(), &info) != 0) return 0;
  return info.st_nlink > 2 ? static_cast<int>(info.st_nlink - 2) : 0;
}

}  // namespace ppp::profiler
