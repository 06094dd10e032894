// SPDX-License-Identifier: Apache-2.0
// Where CPython keeps what we read: one row of byte offsets per minor version,
// taken from that version's own internal headers (64-bit Linux). From 3.13
// on it brings its own row in _Py_DebugOffsets.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace ppp::profiler::cpython {

/// How a frame tells where it is, and how lines are found from that.
enum class LineFormat {
  kLnotab,    ///< 3.8, 3.9: byte offset in f_lasti, co_lnotab
  kDeltas,    ///< 3.10: code unit in f_lasti, signed deltas
  kLocations  ///< 3.11 on: pointer to the code unit, location table
};

/// 0 in a field that can be absent: not in this version.
struct Offsets {
  int minor = 0;  ///< of 3.x
  LineFormat lines = LineFormat::kLnotab;
  bool free_threaded = false;  ///< a build without the lock
  // _PyRuntime
  std::uint32_t interpreters_head = 0;
  std::uint32_t finalizing = 0;
  std::uint32_t runtime_gil = 0;  ///< the lock itself, up to 3.11
  // PyInterpreterState
  std::uint32_t interpreter_next = 0;
  std::uint32_t threads_head = 0;
  std::uint32_t interpreter_gil = 0;      ///< pointer to the lock, from 3.12
  std::uint32_t interpreter_modules = 0;  ///< sys.modules, from 3.12
  // struct _gil_runtime_state
  std::uint32_t gil_holder = 8;
  std::uint32_t gil_locked = 16;
  std::uint32_t gil_size = 208;
  // PyThreadState
  std::uint32_t thread_next = 8;
  std::uint32_t thread_id = 0;         ///< pthread_t
  std::uint32_t native_thread_id = 0;  ///< from 3.11
  std::uint32_t thread_frame = 0;      ///< the frame, or the cframe
  std::uint32_t thread_size = 0;       ///< of its public part, from 3.13
  bool through_cframe = false;         ///< 3.11, 3.12
  std::uint32_t cframe_frame = 0;
  // PyFrameObject, _PyInterpreterFrame
  std::uint32_t frame_back = 0;
  std::uint32_t frame_code = 0;
  std::uint32_t frame_instruction = 0;
  std::uint32_t frame_function = 0;  ///< what was called; from 3.11
  std::uint32_t frame_owner = 0;     ///< from 3.12: 3 marks an entry frame
  std::uint32_t frame_entry = 0;     ///< 3.11: whether it was entered from C
  std::uint32_t frame_size = 0;      ///< bytes of a frame that we read
  std::uint32_t frame_state = 0;     ///< whether it executes, up to 3.10
  std::uint32_t frame_values = 0;    ///< pointer to the stack, up to 3.10
  std::uint32_t frame_locals = 0;    ///< locals, then the stack, from 3.11
  /// The bits of a reference in a frame that are the object's address: 3.14 has
  /// a tag in the others.
  std::uint64_t reference_mask = ~std::uint64_t{0};
  // PyCodeObject
  std::uint32_t code_filename = 0;
  std::uint32_t code_name = 0;
  std::uint32_t code_qualname = 0;  ///< from 3.11
  std::uint32_t code_flags = 0;
  std::uint32_t code_firstlineno = 0;
  std::uint32_t code_lines = 0;
  std::uint32_t code_locals = 0;      ///< tuple of their names, from 3.11
  std::uint32_t code_exceptions = 0;  ///< exception table, from 3.11
  std::uint32_t code_bytes = 0;  ///< bytes object, or from 3.11 the code itself
  /// 3.14 without the lock: pointer to an array of the copies of the bytecode
  /// that threads run, the first of which is the code itself.
  std::uint32_t code_copies = 0;
  // Objects
  std::uint32_t object_type = 8;
  std::uint32_t object_size = 16;
  std::uint32_t type_name = 24;
  std::uint32_t tuple_items = 24;
  std::uint32_t bytes_data = 32;
  std::uint32_t unicode_length = 16;
  std::uint32_t unicode_state = 32;
  std::uint32_t unicode_kind = 2;  ///< bit of the state that its kind begins at
  std::uint32_t unicode_ascii = 48;    ///< where the text of ASCII begins
  std::uint32_t unicode_compact = 72;  ///< where other text begins

  bool operator==(const Offsets&) const = default;
};

/// The row of 3.`minor`, or nullopt when we know none.
std::optional<Offsets> offsets_of(int minor);

inline constexpr int kOldestMinor = 8;
inline constexpr int kNewestMinor = 14;

/// Bytes of _Py_DebugOffsets that we look at: all that 3.13 and 3.14 have in
/// common.
inline constexpr std::size_t kDebugOffsetsSize = 664;

/// The row that 3.13 or 3.14 gives of itself. nullopt when the bytes are not a
/// valid _Py_DebugOffsets of one of them (cookie, version, sizes, alignment).
std::optional<Offsets> parse_debug_offsets(std::span<const std::byte> bytes);

}  // namespace ppp::profiler::cpython
