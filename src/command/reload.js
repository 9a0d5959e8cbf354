// Served by `workshop serve` alone: reloads the page when the site was built
// anew, and shows the mistakes that keep the last good version in place.
const root = new URL(document.documentElement.dataset.root, document.baseURI);
let seen = null;

function show(mistakes) {
  document.getElementById("course-mistakes")?.remove();
  if (!mistakes || !document.querySelector("main")) return;
  const card = document.createElement("section");
  card.id = "course-mistakes";
  card.className = "card warning";
  card.setAttribute("role", "alert");
  const title = document.createElement("p");
  title.append("The course has mistakes. This is the last good version.");
  const text = document.createElement("pre");
  text.tabIndex = 0;
  text.append(mistakes);
  card.append(title, text);
  document.querySelector("main").before(card);
}

const news = new EventSource(new URL("_workshop/news", root));
news.addEventListener("build", (event) => {
  const first = seen === null;
  const changed = seen !== event.lastEventId;
  seen = event.lastEventId;
  show(event.data);
  // The browser keeps the place on the page; answers are in its storage.
  if (!first && changed && !event.data) location.reload();
});
