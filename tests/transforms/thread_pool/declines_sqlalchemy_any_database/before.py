import os

from sqlalchemy import create_engine, text

engine = create_engine(os.environ["SHOP"])
NAME = text("SELECT name FROM users WHERE id = :uid")


def main():
    found = []
    for uid in range(1, 40):
        with engine.connect() as conn:
            row = conn.execute(NAME, {"uid": uid}).first()
        found.append(row.name if row else None)
    print(found)


if __name__ == "__main__":
    main()
