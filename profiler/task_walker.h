// SPDX-License-Identifier: Apache-2.0
// The tasks of an event loop, and where each of them awaits: from its coroutine
// through those that it awaits to the innermost one.
//
// What is read here holds together only while the thread of the loop sleeps:
// it alone changes its tasks. That it slept all the time is for the caller to
// make sure.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "profiler/cpython/objects.h"
#include "profiler/cpython/tasks.h"
#include "profiler/remote_memory.h"
#include "profiler/stack_walker.h"

namespace ppp::profiler {

/// Where a task awaits. Outermost frame first; none: it has not begun.
using AwaitChain = std::vector<RawFrame>;

class TaskWalker {
 public:
  TaskWalker(RemoteMemory& memory, const cpython::Offsets& offsets,
             const cpython::TaskOffsets& at);

  /// What a thread runs; 0: no event loop, no task.
  struct Running {
    Address loop = 0;
    Address task = 0;
  };
  std::optional<Running> running(Address thread);

  /// A task's coroutine as the frame that it is, and what it was called; no
  /// name: only a number.
  struct Named {
    Address frame = 0;
    std::string name;
  };
  std::optional<Named> name_of(Address task);

  struct Walk {
    std::vector<AwaitChain> tasks;
    std::int64_t unread = 0;  ///< tasks that made no sense
    bool more = false;        ///< there were more than asked for
  };
  /// The tasks of the loop that runs in a thread, the oldest `most` of them, of
  /// 3.12 and 3.13 any.
  /// False: they could not be read.
  bool walk(Address thread, Address loop, std::size_t most, Walk& walk);

 private:
  /// Pieces of one size, read in as few calls as possible.
  class Batch;
  struct Coroutine {
    std::size_t task = 0;  // index into Walk::tasks
    Address at = 0;
  };

  struct Read {
    bool good = false;
    bool coroutine = false;
    std::vector<std::byte> bytes;
  };

  bool list(Address thread, Address loop, std::size_t most, Walk& walk);
  bool list_set(Address loop, std::size_t most, Walk& walk);
  std::optional<Address> running_loop(Address thread);
  bool is_task(Address type);
  int state_of(const Read& read);
  bool awaits_at(Address instruction);
  std::vector<Read> read_level();
  std::optional<Address> awaited(const Coroutine& coroutine, const Read& read);
  void descend(Walk& walk);
  bool is_coroutine(Address type);
  std::size_t coroutine_size() const;

  RemoteMemory& memory_;
  const cpython::Offsets& offsets_;
  const cpython::TaskOffsets at_;
  const Address more_;                       // in the head of each object
  std::vector<Address> known_;               // tasks at the last walk, in order
  std::vector<Coroutine> coroutines_;        // at the present level
  std::unordered_map<Address, bool> types_;  // is it one of coroutines?
  cpython::Objects objects_;
  std::unordered_map<Address, bool> task_types_;
  std::unordered_map<Address, bool> awaits_;  // 3.12: of one walk
  std::unordered_map<Address, cpython::Objects::Slot> loops_;  // by thread
};

}  // namespace ppp::profiler
