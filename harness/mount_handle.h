// SPDX-License-Identifier: Apache-2.0
// Keeps a child's mount namespace alive after its end. Otherwise the end of the
// last process would wait until its overlays have written their files to the
// disk, and that would count as the program's time.

#pragma once

namespace ppp::harness {

class MountHandle {
 public:
  MountHandle();
  MountHandle(const MountHandle&) = delete;
  MountHandle& operator=(const MountHandle&) = delete;
  ~MountHandle();

  /// In the child, in its new namespace. System calls only. From then on the
  /// namespace lives as long as the parent's object: as a descriptor in a
  /// message that nobody reads.
  void send() const;

 private:
  int ours_ = -1;
  int childs_ = -1;
};

}  // namespace ppp::harness
