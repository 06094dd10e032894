// SPDX-License-Identifier: Apache-2.0
// What a process has mapped that can be executed, and the names of its
// functions. Read from the files, not from the process.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "profiler/elf_file.h"
#include "profiler/native/function_parts.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler::native {

/// A line of /proc/PID/maps that names a file.
struct Mapping {
  Address begin = 0;
  Address end = 0;
  std::uint64_t offset = 0;  ///< in the file
  std::string device;        ///< as the line has it
  std::uint64_t inode = 0;
  std::string path;  ///< as the target sees it
  bool executable = false;

  bool operator==(const Mapping&) const = default;
};

/// Pure. The lines that name a file, those that make no sense left out.
std::vector<Mapping> parse_maps(std::string_view text);

/// The functions of one file, to be asked by address.
class FunctionTable {
 public:
  /// Of several that begin together the longest is kept, and of its names the
  /// one with the fewest underscores in front, then the shortest.
  void add(std::span<const ElfFunction> functions);
  /// The one that covers a virtual address. nullptr: none is known.
  const ElfFunction* find(std::uint64_t address) const;
  /// Looks at all.
  const ElfFunction* named(std::string_view name) const;

 private:
  std::vector<ElfFunction> functions_;  // sorted by address
  std::uint64_t longest_ = 0;
};

/// A file that is mapped to be executed. Addresses are those of the process.
class Module {
 public:
  /// `begin`: where its first segment is mapped. `path`: as the target sees it.
  /// `root` stands in front of where separate files with symbols are looked
  /// for.
  static Module of(ElfFile file, Address begin, const std::string& path,
                   const std::string& root);

  std::string_view bytes_at(Address address, std::uint64_t size) const {
    return file_->bytes_at(address - bias_, size);
  }
  /// .eh_frame_hdr; 0: it has none.
  Address unwind_table() const { return unwind_table_; }
  const ElfFunction* function_at(Address address) const {
    return functions_.find(address - bias_);
  }
  const ElfFunction* function_named(std::string_view name) const {
    return functions_.named(name);
  }
  std::string_view code(const ElfFunction& function) const {
    return file_->bytes_at(function.address, function.size);
  }
  /// What belongs to a function, but lies elsewhere and has no name.
  std::optional<CodePart> other_part(const ElfFunction& function) const {
    return native::other_part(*file_, function);
  }
  std::string_view code(const CodePart& part) const {
    return file_->bytes_at(part.begin, part.size);
  }
  bool covers(const CodePart& part, Address address) const {
    return part.covers(address - bias_);
  }
  /// The library's name, without what follows ".so" and the hash of a wheel.
  const std::string& name() const { return name_; }
  const std::string& path() const { return path_; }

 private:
  Module() = default;

  std::unique_ptr<ElfFile> file_;
  std::unique_ptr<ElfFile> symbols_;  // a file of their own, if any
  Address bias_ = 0;
  Address unwind_table_ = 0;
  FunctionTable functions_;
  std::string name_;
  std::string path_;
};

/// "libz.so.1.2.13" → "libz", "libscipy_openblas64_-ff651d7f.so" →
/// "libscipy_openblas64_", "_zlib.cpython-311-x86_64-linux-gnu.so" → "_zlib".
std::string library_name(std::string_view path);

/// As people write it: demangled, without what compilers append to clones of a
/// function.
std::string function_name(std::string_view symbol);

/// The modules of a process.
class Modules {
 public:
  explicit Modules(int pid) : pid_(pid) {}

  /// What is mapped there, as far as was read. nullptr: no file.
  const Module* find(Address address);
  /// Likewise, but only where code is: a library that is being loaded is first
  /// mapped as a whole.
  const Module* find_code(Address address);

  /// What is mapped may have changed.
  void expire() { expired_ = true; }
  bool expired() const { return expired_; }
  /// Whether it is time to read again: after expire(), every now and then, and
  /// where this address is not known, but that not too often.
  bool is_due(Address address, double now_s);
  void read(double now_s);
  /// Counts what has been read: it changes when any answer of find() may.
  int generation() const { return generation_; }

 private:
  struct Range {
    Mapping mapping;
    const Module* module = nullptr;
    bool tried = false;
  };

  Range* range_of(Address address);
  const Module* module_of(Range* range);
  const Module* open(const Range& range);

  int pid_;
  std::vector<Range> ranges_;  // sorted
  // Kept to the end: names point into the files.
  std::unordered_map<std::string, std::unique_ptr<Module>> modules_;
  bool expired_ = true;
  double read_s_ = 0;
  int generation_ = 0;
};

}  // namespace ppp::profiler::native
