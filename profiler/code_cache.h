// SPDX-License-Identifier: Apache-2.0
// Code objects of the target, decoded once and checked again from time to
// time: a freed one may give its address to another.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "profiler/cpython/loop_map.h"
#include "profiler/cpython/objects.h"
#include "profiler/cpython/offsets.h"
#include "profiler/profile.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler {

/// One function of the target.
struct Code {
  std::string file;      ///< co_filename
  std::string function;  ///< co_qualname, before 3.11 co_name
  int first_line = 0;
  Address bytecode = 0;          ///< of the first code unit
  std::vector<Address> copies;   ///< likewise, of what threads run instead
  std::vector<int> lines;        ///< by code unit
  std::vector<Columns> columns;  ///< by code unit; before 3.11 none
  /// For the caller: what it made of each code unit; -1 at first. The last
  /// element stands for "before the first instruction".
  std::vector<int> memo;
  /// For the caller, beside each memo.
  std::vector<int> expression_memo;
  std::optional<cpython::LoopMap> loops;  ///< see CodeCache::loops
  /// See CodeCache::call_site.
  std::optional<std::vector<cpython::CallSite>> call_sites;
  std::uint64_t locals = 0;    ///< with loops, from 3.11: below the stack
  std::vector<int> loop_memo;  ///< for the caller, as memo: by loop
  double due_s = 0;  ///< until then find() believes that it is still this one
};

class CodeCache {
 public:
  CodeCache(RemoteMemory& memory, const cpython::Offsets& offsets);

  /// The code object at `address`, or nullptr if there is none. `now_s` is any
  /// steady clock. Valid until the next call.
  Code* find(Address address, double now_s);

  /// Checks those of `addresses` that are due, in one read. What find() then
  /// finds in order it need not look at again.
  void refresh(std::span<const Address> addresses, double now_s);

  /// The loops of a code object that find() gave, read at the first call. None
  /// when its bytecode could not be read.
  const cpython::LoopMap& loops(Address address, Code& code);

  /// Whether a frame that stands there may have called another one of Python
  /// without C between, and where among its locals and what stands above them
  /// it keeps what it has called. True where that is not known; of a code
  /// object that find() has not given, nothing is. `anew`: nor of one that is
  /// another by now.
  cpython::CallSite call_site(Address address, Address instruction,
                              bool anew = false);

  /// Whether a frame of this code object, which find() gave, may stand there.
  /// Where threads run copies of the bytecode, unit_of() knows those that this
  /// has found.
  bool runs_there(Address address, Code& code, Address instruction);

  /// Index into Code::lines and memo for a frame's instruction field.
  std::size_t unit_of(const Code& code, Address instruction) const;

 private:
  // What tells one code object from another at the same address.
  using Identity = std::array<Address, 6>;
  struct Entry {
    Identity identity{};
    double loaded_s = 0;
    Code code;
  };

  void mark_checked(Entry& entry, double now_s) const;
  bool read_identity(Address address, Identity& identity);
  Identity identity_in(std::span<const std::byte> header) const;
  bool load(Address address, Entry& entry);
  bool read_copies(Address address, std::vector<Address>& copies);
  bool read_text(Address address, std::string& text);
  bool read_bytes(Address address, std::vector<std::uint8_t>& bytes);
  bool read_bytecode(Address address, const Code& code,
                     std::vector<std::uint8_t>& bytecode);
  bool read_layout(Address address, Code& code,
                   std::vector<std::uint8_t>& exceptions);
  void find_call_sites(Address address, Code& code);

  RemoteMemory& memory_;
  const cpython::Offsets& offsets_;
  cpython::Objects objects_;
  std::vector<std::byte> header_;
  std::vector<std::byte> bytes_header_;
  std::vector<std::byte> headers_;  // of a refresh
  std::vector<Entry*> due_;
  std::vector<RemoteRange> ranges_;
  std::unordered_map<Address, Entry> entries_;
};

}  // namespace ppp::profiler
