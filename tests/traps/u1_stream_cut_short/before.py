import os
import subprocess
import sys
import urllib.request

SERVER = """
import os, socket, sys, threading
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
threading.Thread(target=lambda: os._exit(len(sys.stdin.read())), daemon=True).start()
while True:
    connection, _ = listener.accept()
    number = int(connection.recv(1000).split()[1].strip(b"/"))
    if number % 5 == 2:
        head = b"Content-Length: 9000"
        body = b"x" * 5000
    elif number % 5 == 4:
        head = b"Transfer-Encoding: chunked"
        body = b"1000\\r\\n" + b"y" * 4096 + b"\\r\\n1000\\r\\n" + b"z" * 99
    else:
        head = b"Content-Length: 6000"
        body = b"b" * 6000
    connection.sendall(b"HTTP/1.1 200 OK\\r\\n" + head + b"\\r\\n\\r\\n" + body)
    connection.close()
"""


def store(port, count):
    for number in range(count):
        url = f"http://127.0.0.1:{port}/{number}"
        with urllib.request.urlopen(url) as page, open(f"{number}.bin", "wb") as file:
            while True:
                piece = page.read(1000)
                if not piece:
                    break
                file.write(piece)
        print(number, os.path.getsize(f"{number}.bin"))


def main():
    server = subprocess.Popen(
        [sys.executable, "-S", "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        store(int(server.stdout.readline()), int(sys.argv[1]))
    finally:
        server.kill()
        server.wait()
        names = sorted(name for name in os.listdir(".") if name.endswith(".bin"))
        print([(name, os.path.getsize(name)) for name in names])


main()
