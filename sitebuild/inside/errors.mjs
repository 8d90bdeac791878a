// Node would show the minified line that an error came through, a megabyte long.

process.on("uncaughtException", (error) => {
  console.error(String(error.message ?? error));
  process.exit(1);
});
