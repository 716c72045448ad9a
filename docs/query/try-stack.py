"""Lands a home's lake in moto's S3, lets the deployed function of the tables take it into moto's Glue, and reads it there: try-stack.sh
calls it."""

import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

import boto3
from pyiceberg.catalog.glue import GlueCatalog

import oracle

RESOURCES = ["lev/deals", "lev/deal_notes", "zendesk/tickets", "zendesk/organizations", "askelephant/companies"]
BUCKET = "lake"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def serve(port):
    server = subprocess.Popen(
        [pathlib.Path(sys.executable).with_name("moto_server"), "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/moto-api/").close()
            return server
        except OSError:
            time.sleep(0.1)
    server.terminate()
    sys.exit("moto did not start")


def fill(url, home):
    s3 = boto3.client("s3", endpoint_url=url)
    s3.create_bucket(Bucket=BUCKET)
    lake = home / "s3" / "tidemark"
    for part in ("raw", "manifests"):
        for file in sorted((lake / part).rglob("*")):
            if file.is_file():
                s3.upload_file(str(file), BUCKET, str(file.relative_to(lake)))


def invoke(java, bundle, connection, resource):
    event = json.dumps({"action": "tables", "resource": resource})
    environment = dict(
        os.environ, TIDEMARK_STACK="demo", TIDEMARK_SOURCE=connection, TIDEMARK_CONNECTION=connection, TIDEMARK_BUCKET=BUCKET,
        TIDEMARK_DATABASE=f"demo_{connection}")
    main = pathlib.Path(__file__).with_name("InvokeTables.java")
    answer = subprocess.run(
        [java, "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", f"{bundle}/*", str(main), event], env=environment, capture_output=True, text=True)
    if answer.returncode:
        sys.exit(answer.stderr)
    return json.loads(answer.stdout.splitlines()[-1])


def main(home, folder, bundle, java):
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    os.environ.update(AWS_ENDPOINT_URL=url, AWS_REGION="us-east-1", AWS_DEFAULT_REGION="us-east-1", AWS_ACCESS_KEY_ID="local",
                      AWS_SECRET_ACCESS_KEY="local", AWS_EC2_METADATA_DISABLED="true")
    server = serve(port)
    failed = 0
    try:
        fill(url, home)
        glue = boto3.client("glue", endpoint_url=url)
        catalog = GlueCatalog("moto", **{"glue.endpoint": url, "s3.endpoint": url, "s3.access-key-id": "local",
                                         "s3.secret-access-key": "local", "s3.region": "us-east-1"})
        for connection in sorted({resource.split("/")[0] for resource in RESOURCES}):
            glue.create_database(DatabaseInput={"Name": f"demo_{connection}"})
            invoke(java, bundle, connection, "*")
        for resource in RESOURCES:
            connection, name = resource.split("/")
            expected = oracle.rows(folder, f"{connection}-{name}")
            found = catalog.load_table(f"demo_{connection}.{name}")
            right = sorted(oracle.of_table(found), key=str) == sorted(expected, key=str)
            failed += oracle.told(resource, "function, moto", right, len(expected))
            again = invoke(java, bundle, connection, name)
            failed += oracle.told(resource, "and once more", again == {"outcome": "completed", "tables": [], "left": []}, 0)
    finally:
        server.terminate()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4])
