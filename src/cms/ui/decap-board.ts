export { default } from 'decap-cms-core/dist/esm/components/Workflow/Workflow';
