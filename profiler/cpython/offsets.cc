// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/offsets.h"

#include <array>
#include <cstring>

namespace ppp::profiler::cpython {
namespace {

constexpr Offsets kHeapFrames = {
    .minor = 8,
    .lines = LineFormat::kLnotab,
    .interpreters_head = 32,
    .finalizing = 16,
    .runtime_gil = 1152,
    .interpreter_next = 0,
    .threads_head = 8,
    .thread_id = 176,
    .thread_frame = 24,
    .frame_back = 24,
    .frame_code = 32,
    .frame_instruction = 104,
    .frame_size = 120,
    .frame_state = 116,
    .frame_values = 64,
    .code_filename = 104,
    .code_name = 112,
    .code_flags = 36,
    .code_firstlineno = 40,
    .code_lines = 120,
    .code_bytes = 48,
};

constexpr Offsets make_3_9() {
  Offsets row = kHeapFrames;
  row.minor = 9;
  row.runtime_gil = 352;
  return row;
}

constexpr Offsets make_3_10() {
  Offsets row = make_3_9();
  row.minor = 10;
  row.lines = LineFormat::kDeltas;
  row.frame_instruction = 96;
  row.frame_state = 108;
  return row;
}

constexpr Offsets k3_11 = {
    .minor = 11,
    .lines = LineFormat::kLocations,
    .interpreters_head = 40,
    .finalizing = 24,
    .runtime_gil = 360,
    .interpreter_next = 0,
    .threads_head = 16,
    .thread_id = 152,
    .native_thread_id = 160,
    .thread_frame = 56,
    .through_cframe = true,
    .cframe_frame = 8,
    .frame_back = 48,
    .frame_code = 32,
    .frame_instruction = 56,
    .frame_function = 0,
    .frame_entry = 68,
    .frame_size = 72,
    .frame_locals = 72,
    .code_filename = 112,
    .code_name = 120,
    .code_qualname = 128,
    .code_flags = 48,
    .code_firstlineno = 72,
    .code_lines = 136,
    .code_locals = 96,
    .code_exceptions = 40,
    .code_bytes = 184,
};

constexpr Offsets k3_12 = {
    .minor = 12,
    .lines = LineFormat::kLocations,
    .interpreters_head = 40,
    .finalizing = 24,
    .interpreter_next = 0,
    .threads_head = 72,
    .interpreter_gil = 384,
    .interpreter_modules = 944,
    .thread_id = 136,
    .native_thread_id = 144,
    .thread_frame = 56,
    .through_cframe = true,
    .cframe_frame = 0,
    .frame_back = 8,
    .frame_code = 0,
    .frame_instruction = 56,
    .frame_function = 16,
    .frame_owner = 70,
    .frame_size = 72,
    .frame_locals = 72,
    .code_filename = 112,
    .code_name = 120,
    .code_qualname = 128,
    .code_flags = 48,
    .code_firstlineno = 68,
    .code_lines = 136,
    .code_locals = 96,
    .code_exceptions = 40,
    .code_bytes = 192,
    .unicode_ascii = 40,
    .unicode_compact = 56,
};

// Places of the fields in 3.13's own _Py_DebugOffsets, in bytes. Later versions
// have more words in between: place_of().
enum Field : std::size_t {
  kVersion = 8,
  kFreeThreaded = 16,
  kRuntimeSize = 24,
  kFinalizing = 32,
  kInterpretersHead = 40,
  kInterpreterSize = 48,
  kInterpreterNext = 64,
  kThreadsHead = 72,
  kModules = 88,
  kCevalGil = 112,
  kOwnGil = 120,
  kGilLocked = 136,
  kGilHolder = 144,
  kThreadSize = 152,
  kThreadNext = 168,
  kCurrentFrame = 184,
  kThreadId = 192,
  kNativeThreadId = 200,
  kFrameSize = 224,
  kPrevious = 232,
  kExecutable = 240,
  kInstrPtr = 248,
  kLocalsplus = 256,
  kOwner = 264,
  kCodeSize = 272,
  kFilename = 280,
  kName = 288,
  kQualname = 296,
  kLinetable = 304,
  kFirstlineno = 312,
  kLocalsNames = 328,
  kCodeAdaptive = 344,
  kObjectSize = 352,
  kObType = 360,
  kTypeSize = 368,
  kTpName = 376,
  kTupleSize = 400,
  kTupleItem = 408,
  kBytesSize = 512,
  kObSize = 520,
  kObSval = 528,
  kUnicodeSize = 536,
  kState = 544,
  kLength = 552,
  kAsciiSize = 560,
};

// Behind the head of the object, the constants and the names; not among the
// offsets that it tells.
constexpr std::uint32_t kExceptionTable = 24;
constexpr std::uint32_t kFlags = 32;

/// Words that 3.14 has in front of a place of 3.13.
struct Added {
  std::size_t before = 0;
  std::size_t words = 0;
};
constexpr Added kAdded3_14[] = {
    {80, 1},   // threads_main
    {152, 2},  // code_object_generation, tlbc_generation
    {272, 2},  // stackpointer, tlbc_index
    {352, 1},  // co_tlbc
    {448, 4},  // sets
};

std::size_t place_of(Field field, int minor) {
  std::size_t place = field;
  if (minor < 14) return place;
  for (const Added& added : kAdded3_14) {
    if (added.before <= field) place += 8 * added.words;
  }
  return place;
}

class Reader {
 public:
  Reader(std::span<const std::byte> bytes, int minor)
      : bytes_(bytes), minor_(minor) {}

  std::uint64_t at(Field field) const {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes_.data() + place_of(field, minor_), sizeof value);
    return value;
  }

  // An offset inside a struct of the given size, aligned.
  std::uint32_t offset(Field field, Field size, std::uint64_t alignment = 8) {
    return checked(at(field), at(size), alignment);
  }

  // The word behind `field`, which 3.13 does not have.
  std::uint32_t offset_behind(Field field, Field size) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes_.data() + place_of(field, minor_) + 8,
                sizeof value);
    if (value == 0) good_ = false;
    return checked(value, at(size), 8);
  }

  bool good() const { return good_; }

 private:
  std::uint32_t checked(std::uint64_t value, std::uint64_t limit,
                        std::uint64_t alignment) {
    if (limit > (1U << 24) || value >= limit || value % alignment != 0) {
      good_ = false;
      return 0;
    }
    return static_cast<std::uint32_t>(value);
  }

  std::span<const std::byte> bytes_;
  int minor_;
  bool good_ = true;
};

int minor_of(std::span<const std::byte> bytes) {
  std::uint64_t version = 0;
  std::memcpy(&version, bytes.data() + kVersion, sizeof version);
  return (version >> 24) == 3 ? static_cast<int>((version >> 16) & 255) : 0;
}

}  // namespace

std::optional<Offsets> offsets_of(int minor) {
  switch (minor) {
    case 8:
      return kHeapFrames;
    case 9:
      return make_3_9();
    case 10:
      return make_3_10();
    case 11:
      return k3_11;
    case 12:
      return k3_12;
    default:
      return std::nullopt;
  }
}

std::optional<Offsets> parse_debug_offsets(std::span<const std::byte> bytes) {
  if (bytes.size() < kDebugOffsetsSize) return std::nullopt;
  if (std::memcmp(bytes.data(), "xdebugpy", 8) != 0) return std::nullopt;
  const int minor = minor_of(bytes);
  if (minor != 13 && minor != 14) return std::nullopt;
  Reader in(bytes, minor);
  Offsets row;
  row.minor = minor;
  row.lines = LineFormat::kLocations;
  row.interpreters_head = in.offset(kInterpretersHead, kRuntimeSize);
  row.finalizing = in.offset(kFinalizing, kRuntimeSize);
  row.interpreter_next = in.offset(kInterpreterNext, kInterpreterSize);
  row.threads_head = in.offset(kThreadsHead, kInterpreterSize);
  row.interpreter_modules = in.offset(kModules, kInterpreterSize);
  row.thread_size = static_cast<std::uint32_t>(in.at(kThreadSize));
  // Without a lock nobody waits for it and running says nothing about it.
  row.free_threaded = in.at(kFreeThreaded) != 0;
  if (!row.free_threaded) {
    row.interpreter_gil = in.offset(kCevalGil, kInterpreterSize);
  }
  // The places in the lock are given from the start of the interpreter.
  const std::uint32_t gil = in.offset(kOwnGil, kInterpreterSize);
  row.gil_locked = in.offset(kGilLocked, kInterpreterSize, 4) - gil;
  row.gil_holder = in.offset(kGilHolder, kInterpreterSize) - gil;
  row.thread_next = in.offset(kThreadNext, kThreadSize);
  row.thread_id = in.offset(kThreadId, kThreadSize);
  row.native_thread_id = in.offset(kNativeThreadId, kThreadSize);
  row.thread_frame = in.offset(kCurrentFrame, kThreadSize);
  row.frame_back = in.offset(kPrevious, kFrameSize);
  row.frame_code = in.offset(kExecutable, kFrameSize);
  if (minor >= 14) row.reference_mask = ~std::uint64_t{3};
  row.frame_instruction = in.offset(kInstrPtr, kFrameSize);
  row.frame_function = row.frame_back + 8;
  row.frame_owner = in.offset(kOwner, kFrameSize, 1);
  row.frame_size = in.offset(kLocalsplus, kFrameSize);
  row.frame_locals = row.frame_size;
  row.code_filename = in.offset(kFilename, kCodeSize);
  row.code_name = in.offset(kName, kCodeSize);
  row.code_qualname = in.offset(kQualname, kCodeSize);
  row.code_lines = in.offset(kLinetable, kCodeSize);
  const auto head = static_cast<std::uint32_t>(in.at(kObjectSize));
  row.code_flags = head + kFlags;
  row.code_firstlineno = in.offset(kFirstlineno, kCodeSize, 4);
  row.code_locals = in.offset(kLocalsNames, kCodeSize);
  row.code_exceptions = head + kExceptionTable;
  row.code_bytes = in.offset(kCodeAdaptive, kCodeSize);
  if (row.free_threaded && minor >= 14) {
    row.code_copies = in.offset_behind(kCodeAdaptive, kCodeSize);
  }
  row.object_type = in.offset(kObType, kObjectSize);
  row.object_size = in.offset(kObSize, kBytesSize);
  row.type_name = in.offset(kTpName, kTypeSize);
  row.tuple_items = in.offset(kTupleItem, kTupleSize);
  row.bytes_data = in.offset(kObSval, kBytesSize, 4);
  row.unicode_length = in.offset(kLength, kUnicodeSize);
  row.unicode_state = in.offset(kState, kUnicodeSize, 4);
  // There whether it is interned has a byte of its own.
  if (row.free_threaded && minor >= 14) row.unicode_kind = 8;
  row.unicode_ascii = static_cast<std::uint32_t>(in.at(kAsciiSize));
  row.unicode_compact = row.unicode_ascii + 16;
  if (!in.good() || head > 64 || row.unicode_ascii > 128 ||
      row.frame_size > 512 || row.frame_owner >= row.frame_size ||
      row.frame_function + 8 > row.frame_size || row.gil_locked > 64 ||
      row.gil_holder > 64) {
    return std::nullopt;
  }
  return row;
}

}  // namespace ppp::profiler::cpython
