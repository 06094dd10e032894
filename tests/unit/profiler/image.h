// SPDX-License-Identifier: Apache-2.0
// Builds pieces of a CPython's memory for the tests.

#pragma once

#include <cstddef>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "profiler/cpython/offsets.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler {

/// A 3.11 (or other) whose objects are placed by hand.
class Image {
 public:
  explicit Image(int minor) : offsets(*cpython::offsets_of(minor)) {}

  template <typename T>
  void put(Address at, T value) {
    std::vector<std::byte>& bytes = pages_[at / kPage];
    bytes.resize(kPage);
    std::memcpy(bytes.data() + at % kPage, &value, sizeof value);
    memory.place(at / kPage * kPage, bytes);
  }
  void put_bytes(Address at, const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) put(at + i, text[i]);
  }

  /// A compact ASCII str.
  void text(Address at, const std::string& value) {
    put<std::uint64_t>(at + offsets.unicode_length, value.size());
    put<std::uint32_t>(at + offsets.unicode_state, 1U << 2 | 3U << 5);
    put_bytes(at + offsets.unicode_ascii, value);
  }
  void bytes(Address at, const std::string& value) {
    put<Address>(at + offsets.object_type, kBytesType);
    put<Address>(kBytesType + offsets.type_name, kBytesType + 512);
    put_bytes(kBytesType + 512, std::string("bytes\0", 6));
    put<std::uint64_t>(at + offsets.object_size, value.size());
    put_bytes(at + offsets.bytes_data, value + '\0');
  }
  /// A code object with its own page for each part.
  void code(Address at, const std::string& name, int first_line,
            const std::string& table, std::uint64_t units) {
    put<Address>(at + offsets.object_type, kCodeType);
    put<Address>(kCodeType + offsets.type_name, kCodeType + 512);
    put_bytes(kCodeType + 512, std::string("code\0", 5));
    text(at + 1024, name);
    text(at + 1536, "/src/" + name + ".py");
    bytes(at + 2048, table);
    put<Address>(at + offsets.code_name, at + 1024);
    if (offsets.code_qualname)
      put<Address>(at + offsets.code_qualname, at + 1024);
    put<Address>(at + offsets.code_filename, at + 1536);
    put<Address>(at + offsets.code_lines, at + 2048);
    put<std::int32_t>(at + offsets.code_firstlineno, first_line);
    if (offsets.lines == cpython::LineFormat::kLocations) {
      put<std::uint64_t>(at + offsets.object_size, units);
    } else {
      put<Address>(at + offsets.code_bytes, at + 3072);
      put<std::uint64_t>(at + 3072 + offsets.object_size, units * 2);
    }
  }
  void frame(Address at, Address back, Address code_object,
             std::uint64_t instruction) {
    put<Address>(at + offsets.frame_back, back);
    put<Address>(at + offsets.frame_code, code_object);
    if (offsets.lines == cpython::LineFormat::kLocations) {
      put<std::uint64_t>(at + offsets.frame_instruction, instruction);
    } else {
      put<std::uint32_t>(at + offsets.frame_instruction,
                         static_cast<std::uint32_t>(instruction));
      const bool flag = offsets.lines == cpython::LineFormat::kLnotab;
      put<signed char>(at + offsets.frame_state, flag ? 1 : 0);
    }
    put<unsigned char>(at + offsets.frame_size, 0);  // its page exists
    put<std::uint32_t>(code_object + offsets.code_flags, 3);
  }
  /// The thread state with its innermost frame.
  void thread(Address at, Address frame_address) {
    put<std::uint64_t>(at + (offsets.native_thread_id ? offsets.native_thread_id
                                                      : offsets.thread_id),
                       4711);
    if (offsets.through_cframe) {
      put<Address>(at + offsets.thread_frame, at + 2048);
      put<Address>(at + 2048 + offsets.cframe_frame, frame_address);
    } else {
      put<Address>(at + offsets.thread_frame, frame_address);
    }
  }

  cpython::Offsets offsets;
  ImageMemory memory;

 private:
  static constexpr Address kPage = 4096;
  static constexpr Address kCodeType = 0x700000;
  static constexpr Address kBytesType = 0x710000;
  std::map<Address, std::vector<std::byte>> pages_;
};

}  // namespace ppp::profiler
