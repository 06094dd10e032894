// SPDX-License-Identifier: Apache-2.0
// Is a thread running, and if not, what does it wait for? From /proc, with the
// descriptors kept open: one or two short reads per thread and sample.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "profiler/remote_memory.h"
#include "profiler/waits.h"

namespace ppp::profiler {

/// A file of /proc that is read again and again.
class ProcFile {
 public:
  ProcFile() = default;
  explicit ProcFile(const std::string& path);
  ProcFile(ProcFile&& other) noexcept;
  ProcFile& operator=(ProcFile&& other) noexcept;
  ProcFile(const ProcFile&) = delete;
  ProcFile& operator=(const ProcFile&) = delete;
  ~ProcFile();

  bool open() const { return fd_ >= 0; }
  int fd() const { return fd_; }
  /// The text, at most `size` - 1 bytes, terminated. False: gone or refused.
  bool read(char* text, std::size_t size) const;

 private:
  int fd_ = -1;
};

/// What one thread does at this moment. Running includes "ready to run": the
/// kernel does not tell them apart cheaply.
struct ThreadState {
  bool running = false;
  Wait wait = Wait::kOther;
  /// It has not run since the last look: whatever was true then still is.
  bool unchanged = false;
};

/// The descriptors of one process, for classify().
class ProcSurroundings final : public Surroundings {
 public:
  ProcSurroundings(int pid, RemoteMemory& memory);

  FdKind kind(int fd) override;
  std::vector<int> watched(int epoll_fd) override;
  bool in_gil(Address address) override;
  RemoteMemory& memory() override { return memory_; }

  void set_gil(Address begin, std::size_t size);

 private:
  bool is_unix_socket(int fd, const std::string& inode);

  int pid_;
  RemoteMemory& memory_;
  Address gil_begin_ = 0;
  std::size_t gil_size_ = 0;
  std::map<std::string, bool> unix_sockets_;  // by inode
};

/// Kernel ids of threads as we see them, from those that the process sees: in a
/// container it has a namespace of its own.
class ThreadIds {
 public:
  explicit ThreadIds(int pid);
  /// 0: no such thread.
  int ours(int theirs);

 private:
  bool exists(int tid) const;
  void list();

  int pid_;
  bool same_ = true;
  std::unordered_map<int, int> ours_;  // by theirs
};

/// Nanoseconds of a thread's life.
struct RunTimes {
  std::uint64_t running = 0;
  std::uint64_t ready = 0;  ///< it wanted a CPU and had none
};

/// Looks at one thread again and again.
class ThreadProbe {
 public:
  ThreadProbe(int pid, int tid);

  /// nullopt: the thread has ended. `where`: also asks which CPU it has, if it
  /// runs.
  std::optional<ThreadState> look(Surroundings& target, bool where = false);
  /// Whether it slept at the last look: then the next one may be cheap.
  bool slept() const { return slept_; }
  RunTimes run_times() const;
  /// The CPU that it had, or waited for, when that was asked; -1: it slept.
  int last_cpu() const { return cpu_; }
  /// At the last look. Asks, if that did not, which is dearer than a look.
  int cpu();

 private:
  bool slept_on();
  char state();

  ProcFile syscall_;
  ProcFile stat_;
  ProcFile schedstat_;
  std::uint64_t turns_ = 0;  // how often it got a CPU, when it slept
  bool slept_ = false;
  int cpu_ = -1;
  bool cpu_known_ = false;  // of the last look
  Wait wait_ = Wait::kOther;
};

/// Threads of the process at the moment, from the link count of its task
/// folder; 0 when it is gone.
int thread_count(const ProcFile& task_folder);

}  // namespace ppp::profiler
