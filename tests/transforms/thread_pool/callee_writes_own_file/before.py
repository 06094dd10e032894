import shutil
import tempfile
import time
from pathlib import Path


def download(number, folder):
    name = f"part-{number:03d}.bin"
    time.sleep(0.001 * (5 - number))
    data = name.encode() * number
    (folder / name).write_bytes(data)
    return len(data)


def main():
    folder = Path(tempfile.mkdtemp())
    total = 0
    for number in range(5):
        total += download(number, folder)
    print(total, sorted(path.name for path in folder.iterdir()))
    shutil.rmtree(folder)


main()
