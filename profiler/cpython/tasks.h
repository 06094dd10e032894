// SPDX-License-Identifier: Apache-2.0
// Where asyncio keeps its tasks. 3.14 tells it in the section .AsyncioDebug of
// its module _asyncio: in a ring. 3.12 and 3.13 keep them in a WeakSet, and the
// one that runs in a dict, both among the names of _asyncio; no table tells
// what a task looks like there, so that is looked up by version, and the size
// that its type has must be the one known.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "profiler/cpython/interpreter.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler::cpython {

/// Offsets in bytes.
struct TaskOffsets {
  // PyThreadState
  std::uint32_t thread_loop = 0;   ///< the loop that runs, or 0
  std::uint32_t thread_task = 0;   ///< the task that runs, or 0
  std::uint32_t thread_tasks = 0;  ///< ring of the tasks that are not done
  // TaskObj
  std::uint32_t task_size = 0;
  std::uint32_t task_loop = 0;
  std::uint32_t task_name = 0;
  std::uint32_t task_coroutine = 0;
  std::uint32_t task_node = 0;  ///< its place in the ring: next, previous
  // PyGenObject, which coroutines are
  std::uint32_t coroutine_frame = 0;
  std::uint32_t coroutine_state = 0;
  // _PyInterpreterFrame
  std::uint32_t frame_stack = 0;  ///< pointer to the end of its stack
  // 3.12 and 3.13 only.
  Address scheduled = 0;  ///< the set of weak references to all tasks
  Address current = 0;    ///< dict from a loop to the task that runs
  Address task_type = 0;
  std::uint32_t task_state = 0;   ///< 0: it is not done
  std::uint32_t thread_dict = 0;  ///< 3.12: has the loop that runs

  bool operator==(const TaskOffsets&) const = default;
};

inline constexpr std::size_t kAsyncioDebugWords = 13;
/// In 3.14's _Py_DebugOffsets, behind what offsets.h reads.
inline constexpr std::size_t kGeneratorPlace = 664;
inline constexpr std::size_t kGeneratorWords = 4;
inline constexpr std::size_t kFrameStackPlace = 296;

/// From the words of the section, those about generators, and the place of the
/// stack pointer. nullopt: they make no sense.
std::optional<TaskOffsets> parse_task_offsets(
    const Offsets& offsets,
    std::span<const std::uint64_t, kAsyncioDebugWords> asyncio,
    std::span<const std::uint64_t, kGeneratorWords> generator,
    std::uint64_t frame_stack);

/// Whether tasks are told apart on this Python.
bool tells_tasks(const Offsets& offsets);

/// Of 3.12 and 3.13; without the addresses.
TaskOffsets known_task_offsets(const Offsets& offsets);

/// nullopt: this Python tells none, or its asyncio is not loaded (yet).
std::optional<TaskOffsets> find_task_offsets(int pid,
                                             const Interpreter& interpreter,
                                             RemoteMemory& memory);

}  // namespace ppp::profiler::cpython
